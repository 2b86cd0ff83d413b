class Loud:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("compared with", other)
        return self.value == other


class Wrong:
    __match_args__ = ["a"]


class Odd:
    __match_args__ = ("a", 1)
    a = 1


class Twice:
    __match_args__ = ("a", "a")
    a = 1


class Asks:
    @property
    def fine(self):
        print("asked")
        return 1

    @property
    def missing(self):
        raise AttributeError("missing")

    @property
    def fails(self):
        raise KeyError("fails")


match Loud(2):
    case 1 | 2 | 3:
        print("two")
match Asks():
    case Asks(missing=1):
        print("never")
    case Asks(fine=1, other=2):
        print("never")
    case Asks(fine=2 | 1):
        print("fine")


def error(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def with_kind(kind, subject=1):
    match subject:
        case kind(1):
            return "one"


def fails():
    match Asks():
        case Asks(fails=1):
            pass


def repeated():
    match Odd():
        case Odd(_, a=1):
            pass


def duplicate(a, b):
    class Keys:
        first, second = a, b

    match {a: 1, b: 2, "c": 3}:
        case {Keys.first: 1, Keys.second: 2}:
            return "both"


error(lambda: with_kind(int))
error(lambda: with_kind(Wrong, Wrong()))
error(lambda: with_kind(Asks, Asks()))
error(lambda: with_kind(Twice, Twice()))
error(fails)
error(repeated)
error(lambda: duplicate("a", "b"))
error(lambda: duplicate("a", "a"))


def too_many():
    match 1:
        case int(1, 2):
            pass


def twice():
    match Twice():
        case Twice(1, 1):
            pass


error(too_many)
error(twice)


def odd():
    match Odd():
        case Odd(1, 1):
            pass


error(odd)


def loop(commands):
    for command in commands:
        match command.split():
            case ["go", direction]:
                print("go", direction)
            case ["skip"]:
                continue
            case ["stop"]:
                break
            case ["return", value]:
                return value
            case [verb, *objects]:
                print(verb, objects)
        print("next")
    else:
        return "all"
    return "stopped"


print(loop(["go north", "skip", "take a b", ""]))
print(loop(["go south", "stop", "go up"]))
print(loop(["return 5"]))


def nested(value):
    match value:
        case [inner]:
            match inner:
                case [value]:
                    return nested(value)
                case match:
                    return match, value
        case case:
            return case


print(nested([[[1]]]), nested([[2]]), nested(3))
match = case = _ = 1
match (match, case):
    case (1, 1):
        print("soft keywords")
print(match, _)


def closure(value):
    match value:
        case {"get": name, **others}:
            return lambda: (name, others)
        case [first, *rest]:
            return [lambda: (first, item) for item in rest]


print(closure({"get": 1, "set": 2})(), [get() for get in closure([1, 2, 3])])


def generator():
    match (yield 1):
        case [a]:
            yield a
        case _ if (yield "guard"):
            yield "last"


made = generator()
print(next(made), made.send([2]))
made = generator()
print(next(made), made.send(0), made.send(1))


class Body:
    match [1, 2]:
        case [a, b]:
            c = a + b


print(Body.a, Body.b, Body.c)


def unbound(value):
    match value:
        case [x]:
            pass
    return x


print(unbound([1]))
error(lambda: unbound(1))


def result(x):
    match x:
        case 1:
            y = "one"
        case _:
            y = "other"
    return y


print(result(1), result(2))
match 5, 6:
    case a, b if a > b:
        print("greater")
    case [a, b]:
        print(a, b)
match [1, [2, 3]]:
    case [int(a), [*b]] as whole:
        print(a, b, whole)
