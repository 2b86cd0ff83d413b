from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar, List


@dataclass
class Point:
    """A place."""

    x: int
    y: int = 0
    count: ClassVar[int] = 5

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


p = Point(3, 4)
print(p, p.norm(), p == Point(3, 4), p == Point(4, 3), p != Point(3), Point(1), Point(x=1, y=2), Point.count, Point.y, p == (3, 4))
p.x = 10
print(p, asdict(p), astuple(p), replace(p, y=1), [f.name for f in fields(p)], is_dataclass(p), is_dataclass(Point), is_dataclass(5))


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: List[str] = field(default_factory=list, repr=False)
    done: bool = field(default=False, init=False)

    def __post_init__(self):
        self.label = f"{self.name}!"


a, b = Job(2, "a"), Job(1, "b", ["t"])
a.tags.append("x")
print(a, b, a.tags, b.tags, Job(3, "c").tags, a.label, a > b, sorted([a, b]), min(a, b).name, a == Job(2, "z", ["x"]))


@dataclass
class Base:
    a: int
    b: str = "b"


@dataclass
class Derived(Base):
    c: float = 1.5
    a: int = 7

    def __repr__(self):
        return "own repr"


print(Derived(), asdict(Derived(1, c=2)), Base(1))


@dataclass(kw_only=True, frozen=False)
class Config:
    host: str
    port: int = 80
    nested: Point = field(default_factory=lambda: Point(0))


print(Config(host="h"), asdict(Config(host="h")), Config(host="a") == Config(host="a", port=80))


@dataclass(repr=False, eq=False)
class Bare:
    value: "int"


print(Bare(1) == Bare(1), Bare(1).value, repr(Bare(1)).startswith("<"))
for bad in [
    lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(1, x=2), lambda: Job(), lambda: Config("h"),
    lambda: Config(), lambda: Point(1) < Point(2), lambda: asdict(5), lambda: a < 5, lambda: fields(5),
]:
    try:
        bad()
    except TypeError as error:
        print(error)
try:

    @dataclass
    class Wrong:
        x: list = []

except ValueError as error:
    print(error)
try:

    @dataclass
    class Order:
        x: int = 0
        y: int

except TypeError as error:
    print(str(error).split(" follows")[0])
