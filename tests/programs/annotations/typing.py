"""What `typing` tells of types."""

import typing
from typing import List, Optional, Dict, Callable, get_type_hints, TypedDict, Literal, Tuple, Any, get_origin, get_args, Protocol, TypeVar
T = TypeVar("T")
print(List[int], Optional[int], Dict[str, int], Callable[[int], str], Literal["a", 1], Tuple[int, ...], Any)
print(get_origin(List[int]) is list, get_args(Dict[str, int]), get_origin(int), get_args(Optional[int]))
def f(a: int, b: "str", c: Optional[int] = None) -> None: pass
print(get_type_hints(f))
class A:
    x: int
class B(A):
    y: "A"
print(get_type_hints(B))
class M(TypedDict):
    name: str
m = M(name="x"); print(m, type(m), M.__annotations__)
class X(List[int]): pass
print(X([1]), X.__mro__[1])
class P(Protocol[T]):
    def go(self) -> T: ...
class Q(P[int]):
    def go(self): return 1
print(Q().go(), List[T][int], List[int] == List[int])
try: List[int]([1])
except TypeError as e: print(e)
