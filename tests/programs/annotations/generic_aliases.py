"""Classes with types in brackets, and what inherits from what."""

import sys, typing, collections
from typing import Generic, TypeVar
T = TypeVar("T")
V = list[int]
print(V, V.__origin__, V.__args__, V([1, 2]), dict[str, list[int]], tuple[int, ...], list[int] == list[int], hash(V) == hash(list[int]))
class Stack(Generic[T]):
    def __init__(self): self.items = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, type(s).__name__)
class D(list[int]): pass
print(D([1]), D.__mro__[1])
def f(x: list[int] | None = None) -> dict[str, int]: return {}
print(f())
try: isinstance([], list[int])
except TypeError as e: print(e)
class A: pass
class B(A): pass
class C(B, metaclass=type): pass
class E(A): pass
print([c.__name__ for c in A.__subclasses__()], B.__subclasses__(), C.__subclasses__())
class MyErr(ZeroDivisionError): pass
print(MyErr in ZeroDivisionError.__subclasses__())
print("sys" in sys.modules, sys.modules["__main__"].A is A, "nothing" in sys.modules, sys.modules[__name__].B is B)
print(list[T], list[T][int], list[int] | None)
