from enum import Enum, auto, unique, member, nonmember


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()} is {self.value}"

    @property
    def is_warm(self):
        return self is Color.RED

    @classmethod
    def favourite(cls):
        return cls.BLUE

    @staticmethod
    def count():
        return 3


print(Color.RED, repr(Color.RED), f"{Color.RED}", f"{Color.GREEN:>14}|", str(Color.BLUE), Color.RED.name, Color.RED.value)
print(list(Color), len(Color), [c.name for c in Color], Color.CRIMSON, Color.CRIMSON is Color.RED)
print(Color(2), Color["BLUE"], Color(Color.RED), Color.RED == Color.CRIMSON, Color.RED != Color.GREEN, Color.RED == 1)
print(Color.RED.describe(), Color.RED.is_warm, Color.GREEN.is_warm, Color.favourite(), Color.count())
print(Color.RED in Color, isinstance(Color.RED, Color), type(Color.RED) is Color, Color, type(Color).__name__)
print(list(Color.__members__.items()), list(reversed(Color)))
for attempt in ["Color(9)", "Color['PINK']", "Color.PINK", "Color.RED.value = 3", "Color.RED = 3", "del Color.RED", "Color.RED < Color.BLUE"]:
    try:
        if attempt == "Color(9)":
            Color(9)
        elif attempt == "Color['PINK']":
            Color["PINK"]
        elif attempt == "Color.PINK":
            Color.PINK
        elif attempt == "Color.RED.value = 3":
            Color.RED.value = 3
        elif attempt == "Color.RED = 3":
            Color.RED = 3
        elif attempt == "del Color.RED":
            del Color.RED
        else:
            Color.RED < Color.BLUE
    except Exception as error:
        print(type(error).__name__, "" if attempt in ("Color.PINK", "Color.RED.value = 3") else error)
print({Color.RED: "r", Color.BLUE: "b"}[Color(3)], len({Color.RED, Color.CRIMSON}), sorted(Color, key=lambda c: -c.value))
print(hash(Color.RED) == hash(Color.CRIMSON), bool(Color.RED), Color.RED.GREEN if hasattr(Color.RED, "GREEN") else "")
try:
    class More(Color):
        PINK = 4
except TypeError as error:
    print(error)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as error:
    print(error)
try:
    @unique
    class NotUnique(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
except ValueError as error:
    print(error)


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67430e-11 * self.mass / (self.radius * self.radius)


print(Planet.EARTH.value, round(Planet.EARTH.gravity, 2), Planet((3.303e23, 2.4397e6)))


class Step(Enum):
    FIRST = auto()
    SECOND = auto()
    TENTH = 10
    NEXT = auto()


print([(s.name, s.value) for s in Step])


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.title()

    NORTH = auto()
    SOUTH = auto()


print(list(Named))


class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made

    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coordinate.PY.label, Coordinate.PY.value, Coordinate(0).label)


class Status(Enum):
    OPEN = "open"
    CLOSED = "closed"

    @classmethod
    def _missing_(cls, value):
        for made in cls:
            if isinstance(value, str) and made.value == value.lower():
                return made
        return None

    def __str__(self):
        return self.value


print(Status("OPEN"), f"{Status.CLOSED}", repr(Status.CLOSED), f"{Status.OPEN:<8}|")
try:
    Status("ajar")
except ValueError as error:
    print(error)


class Base(Enum):
    def shout(self):
        return self.name + "!"


class Derived(Base):
    ONE = 1
    LIST = [1, 2]


print(Derived.ONE.shout(), Derived([1, 2]), Derived.LIST.value)


class Mixed(Enum):
    @member
    def function(x):
        return x

    CONSTANT = nonmember(42)
    PLAIN = 1


print(len(Mixed), Mixed.CONSTANT, Mixed.function.value(7))
Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE, Animal["CAT"].value)
Two = Enum("Two", [("A", 5), ("B", 6)])
print(Two.A.value, Two(6), Enum("Three", {"X": "x"}).X.value, Enum("Five", "p q", start=7).q.value)


def match_by_if(c):
    if c is Color.RED:
        return "stop"
    return "go"


print(match_by_if(Color.RED), match_by_if(Color(2)))
