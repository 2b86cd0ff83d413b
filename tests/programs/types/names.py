import abc
import types
from abc import ABC, abstractmethod
from types import SimpleNamespace
from typing import Any, Callable, Dict, Generic, List, NewType, Optional, Protocol, Tuple, TypeVar, Union, cast

T = TypeVar("T")
Vector = List[float]
Handler = Callable[[int], Optional[str]]
UserId = NewType("UserId", int)


class Stack(Generic[T]):
    items: List[T]

    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    def describe(self) -> str:
        return f"{type(self).__name__} of {self.area()}"


class Square(Shape):
    def __init__(self, side: Union[int, float]) -> None:
        self.side = side

    def area(self) -> float:
        return self.side**2


class Speaks(Protocol):
    def speak(self) -> str: ...


def first(pairs: Dict[str, Tuple[int, Any]], default: Optional[int] = None) -> int:
    return next(iter(pairs.values()), (default,))[0]


print(Stack().push(1).items, Square(3).describe(), first({"a": (5, None)}), UserId(7), cast(int, "x"), isinstance(Square(1), Shape))
point = SimpleNamespace(x=1, y="b")
point.z = 3
print(point, point.x, point == SimpleNamespace(x=1, y="b", z=3), vars(point))
print(types.FunctionType is type(first), isinstance(len, types.BuiltinFunctionType), types.NoneType is type(None))
print(isinstance((i for i in []), types.GeneratorType), isinstance(Square(1).area, types.MethodType))
