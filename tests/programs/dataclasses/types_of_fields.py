# A field has the type that stands behind its colon.
import dataclasses
from dataclasses import InitVar, dataclass, field, fields
from typing import ClassVar, NamedTuple, Optional


@dataclass
class Point:
    x: int
    y: float = 0.0
    tags: list[str] = field(default_factory=list)
    other: Optional[int] = None
    count: ClassVar[int] = 0
    scale: InitVar[int] = 1
    __hidden: int = 3


for each in fields(Point):
    print(each.name, each.type)
print(fields(Point)[0].type is int, Point(1, 2.0))
print({name: kind for name, kind in Point.__annotations__.items() if name != "scale"})


@dataclass(order=True)
class Child(Point):
    z: "int" = 4


print([(each.name, each.type) for each in fields(Child)][-1], Child.__annotations__)


class Pair(NamedTuple):
    first: int
    second: str = ""


print(Pair(1), Pair.__annotations__)


def converted(cls, row):
    return cls(*[each.type(value) for each, value in zip(fields(cls), row)])


@dataclass
class Row:
    name: str
    age: int
    height: float


print(converted(Row, ["Ada", "36", "1.7"]), dataclasses.asdict(converted(Row, ["Bob", "1", "2"])))
