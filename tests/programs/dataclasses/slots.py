from dataclasses import dataclass, field, fields
import copy
import pickle


@dataclass(slots=True)
class Point:
    x: int
    y: int = 2
    z: list = field(default_factory=list)

    def total(self):
        return self.x + self.y


p = Point(1)
print(p, Point.__slots__, p.total(), hasattr(p, "__dict__"), Point.__qualname__)
try:
    p.other = 1
except AttributeError as error:
    print(error)



@dataclass(slots=True, frozen=True)
class Alone:
    a: int
    b: str = "b"


one = Alone(1)
print(one, hash(one) == hash((1, "b")), Alone.__slots__, [f.name for f in fields(one)])
try:
    one.a = 5
except AttributeError as error:
    print(type(error).__name__, error)
print(copy.copy(one), copy.deepcopy(one) == one)


@dataclass(slots=True)
class More(Point):
    q: int = 9


print(More(1), More.__slots__)
