class Shown:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Shown({self.name})"

    def __str__(self):
        return f"shown {self.name}"


class Failing(Exception):
    def __str__(self):
        raise RuntimeError("cannot say")


class Own(KeyError):
    def __str__(self):
        return "own " + repr(self.args[0])


def first():
    raise ValueError(Shown(1), Shown(2))


def second():
    try:
        first()
    except ValueError as error:
        raise Own(Shown(3)) from error


def third():
    try:
        second()
    except Own:
        raise Failing()


def fourth():
    try:
        third()
    except Failing:
        raise OSError(7, Shown(4))


try:
    fourth()
except OSError:
    raise KeyError(Shown(5))
