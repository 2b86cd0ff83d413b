import enum
from enum import CONFORM, EJECT, KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, unique


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @classmethod
    def default(cls):
        return cls.GREEN

    def shout(self):
        return self.name + "!"

    @property
    def half(self):
        return self.value / 2

    def __str__(self):
        return f"color {self.value}"


print(list(Color), Color.CRIMSON is Color.RED, Color.RED, repr(Color.RED), Color(2), Color["GREEN"], Color.default().shout(), Color.GREEN.half, f"{Color.RED}")
print(Color.__members__.keys(), len(Color), Color.RED in Color, [color.name for color in reversed(Color)], Color.RED == 1, Color.RED != Color.GREEN, hash(Color.RED) == hash(Color.CRIMSON))
tried(lambda: Color(9), lambda: Color["BLUE"], lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.GREEN, lambda: Color.RED.__class__("x"))
Animal = Enum("Animal", "ANT BEE CAT", start=5)
print(list(Animal), Animal.BEE.value, Enum("D", {"X": "x"}).X, Enum("P", [("A", 1), ("B", 2)]).B.value, IntEnum("I", "ONE TWO").TWO + 1)


class Planet(Enum):
    MERCURY = (3.3, 2.4)
    EARTH = (5.9, 6.3)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def ratio(self):
        return round(self.mass / self.radius, 2)


print(Planet.EARTH.ratio, Planet((3.3, 2.4)).name, Planet.EARTH.value)


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}-{count}"

    A = auto()
    B = auto()

    @classmethod
    def _missing_(cls, value):
        return cls.B if value == "?" else None


print([each.value for each in Auto], Auto("?"))
tried(lambda: Auto("!"))


class Level(IntEnum):
    LOW = 1
    HIGH = 3


print(Level.LOW < Level.HIGH, Level.HIGH + 1, Level.HIGH == 3, f"{Level.LOW}", str(Level.LOW), repr(Level.LOW), [10, 20, 30, 40][Level.HIGH], sorted([Level.HIGH, Level.LOW]), isinstance(Level.LOW, int), Level(3))


class Text(StrEnum):
    A = auto()
    B = "bee"


print(Text.A, Text.B == "bee", Text.B.upper(), f"{Text.A:>3}", repr(Text.B), "x" + Text.A, Text("bee"))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, repr(Perm.RW), Perm.R in Perm.RW, ~Perm.R, Perm.RW & Perm.W, Perm.RW ^ Perm.R, bool(Perm.R & Perm.W), list(Perm.RW), len(Perm.RW), Perm(5), Perm(0), Perm.RW.name, (Perm.R | Perm.X).name, [flag.value for flag in Perm])
tried(lambda: Perm(16), lambda: Perm.R | 1)


class Bits(IntFlag):
    A = 1
    B = 2


print(Bits.A | Bits.B, Bits.A | 8, repr(Bits(8)), Bits.A + 1, Bits(3) == 3, ~Bits.A, Bits.B in Bits(3), f"{Bits.A | Bits.B}")


class Strict(Flag, boundary=STRICT):
    A = 1


class Conform(Flag, boundary=CONFORM):
    A = 1


class Eject(Flag, boundary=EJECT):
    A = 1


class Keep(Flag, boundary=KEEP):
    A = 1


print(Conform(3), Eject(3), Keep(3))
tried(lambda: Strict(3))


def twice():
    @unique
    class Twice(Enum):
        A = 1
        B = 1


def inherits():
    class More(Color):
        BLUE = 3


def reuses():
    class Again(Enum):
        A = 1
        A = 2


tried(twice, inherits, reuses)


class Mixed(Enum):
    inner = nonmember(5)
    call = member(len)
    _ignore_ = ["helper"]
    helper = 3
    ONE = 1


print(Mixed.inner, list(Mixed), hasattr(Mixed, "helper"))


class Base(Enum):
    def describe(self):
        return f"{type(self).__name__}.{self.name}"


class Derived(Base):
    X = object


print(Derived.X.describe(), isinstance(Derived.X, Base), Color.RED.__class__ is Color, type(Color).__name__, Color.__name__, Color.RED._value_, Color.RED._name_)
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
