"""What is unpacked is collected first; whatever else is called is called as ever."""


def every(a, b=1, /, c=2, *rest, d, e=3, **others):
    return [a, *rest, b], {**others, "d": d}


def only(*, a=1):
    return {*every(a, d=2)[0], 1}, (*every(a, 2, d=3),)


class Wrapper:
    def __init__(self, *args, **kwargs):
        self.value = every(*args, d=1, **kwargs)


print(every(0, *[1, 2], d=3, **{"f": 4}), only(), print(*[1], sep=""), Wrapper(1).value)
