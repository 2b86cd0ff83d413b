print(min([], default=None), min([], default=None, key=len), max((x for x in []), default=None, key=lambda v: v))
print(max([], key=len, default=[1]), min((), default=0), max("ab", "abc", key=len), min([3, 1], key=None))


class Ordered:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __gt__(self, other):
        return self.value > other.value


print(min(Ordered(2), Ordered(1)).value, max([Ordered(2), Ordered(3)], default=None).value, min([Ordered(4)]).value)
for act in (lambda: min([]), lambda: max([], key=len), lambda: min(x for x in []), lambda: max([], key=None), lambda: min(1, 2, default=3)):
    try:
        print(act())
    except (ValueError, TypeError) as error:
        print(error)
