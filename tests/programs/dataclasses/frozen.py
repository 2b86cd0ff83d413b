from dataclasses import FrozenInstanceError, dataclass, field, replace


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


p = Point(1, 2)
for change in [lambda: setattr(p, "x", 5), lambda: setattr(p, "z", 5), lambda: delattr(p, "x"), lambda: delattr(p, "q")]:
    try:
        change()
    except FrozenInstanceError as error:
        print(type(error).__name__, error, isinstance(error, AttributeError))
print(p, replace(p, y=7), hash(p) == hash((1, 2)), {p: 1}[Point(1, 2)])


class Sub(Point):
    pass


s = Sub(1)
s.other = 5
print(s.other, s)
try:
    s.x = 5
except FrozenInstanceError as error:
    print(error)


@dataclass(frozen=True)
class Derived(Point):
    z: int = field(default=3, compare=False)

    def __post_init__(self):
        object.__setattr__(self, "total", self.x + self.y + self.z)


d = Derived(1)
print(d, d.total, d == Derived(1, 0, 9), hash(d) == hash(Derived(1, 0, 9)))

for kind in [False, True]:
    try:

        @dataclass(frozen=not kind)
        class Base:
            a: int

        @dataclass(frozen=kind)
        class Wrong(Base):
            b: int

    except TypeError as error:
        print(error)
try:

    @dataclass(frozen=True)
    class Own:
        a: int

        def __setattr__(self, name, value):
            pass

except TypeError as error:
    print(error)
