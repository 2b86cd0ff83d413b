import copy
import pickle
from collections import Counter, namedtuple
from enum import Enum, Flag, IntEnum


class Color(Enum):
    RED = 1
    BLUE = "b"


class Level(IntEnum):
    LOW = 1


class Perm(Flag):
    R = 1
    W = 2


class Stack(list):
    pass


class Config(dict):
    pass


class Name(str):
    pass


class Money(int):
    pass


class Tags(set):
    pass


class Frozen(frozenset):
    pass


class Slotted:
    __slots__ = ("a", "b")


Point = namedtuple("Point", "x y")
stack = Stack([1, [2]])
stack.note = "noted"
config = Config(a=[1])
config.path = "here"
name = Name("ada")
name.extra = 5
slotted = Slotted()
slotted.a = [1]
values = [
    Color.RED,
    Level.LOW,
    Perm.R | Perm.W,
    stack,
    config,
    name,
    Money(7),
    Tags("ab"),
    Frozen("ab"),
    frozenset([1, 2]),
    Point(1, [2]),
    Counter("aab"),
]
for value in values:
    for made in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        print(made == value, type(made) is type(value), getattr(made, "__dict__", {}) == getattr(value, "__dict__", {}), end=" ")
    print(type(value).__name__)
print(pickle.loads(pickle.dumps(Color.RED)) is Color.RED, copy.deepcopy({"c": Color.BLUE})["c"] is Color.BLUE)
deep = copy.deepcopy(stack)
print(deep[1] is stack[1], copy.copy(stack)[1] is stack[1], deep.note)
for made in (pickle.loads(pickle.dumps(slotted)), copy.copy(slotted), copy.deepcopy(slotted)):
    print(made.a, hasattr(made, "b"), made.a is slotted.a)
