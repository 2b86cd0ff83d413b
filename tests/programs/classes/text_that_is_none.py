class Mute:
    def __repr__(self):
        return None


class Heir(Mute):
    pass


class Number:
    def __str__(self):
        return 5

    def __repr__(self):
        return "a number"


def attempt(function):
    try:
        print(function())
    except TypeError as e:
        print(e)


for value in [Mute(), Heir(), Number()]:
    attempt(lambda: value)
    attempt(lambda: str(value))
    attempt(lambda: repr(value))
    attempt(lambda: f"{value} {value!s}")
    attempt(lambda: f"{value!r}")
    attempt(lambda: "%s" % value)
    attempt(lambda: "%r" % value)
    attempt(lambda: "{}".format(value))
    attempt(lambda: [value])
    attempt(lambda: str([value]))
    attempt(lambda: {1: value})
