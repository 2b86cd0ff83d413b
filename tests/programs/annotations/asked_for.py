"""Annotations are there where the program asks for them."""

import functools
x: int = 1
y: "str"
print(__annotations__)
def f(a: int, b: list[int] = None, *args: str, c: "Later" = 3, **kw: float) -> bool: ...
print(f.__annotations__, f.__dict__)
def deco(g):
    print("deco", g.__annotations__)
    @functools.wraps(g)
    def w(*a): return g(*a)
    return w
@deco
def h(q: int) -> str: return "h" * q
print(h(2), h.__annotations__, h.__name__)
class A:
    p: int
    q: str = "s"
    def m(self, z: int) -> None: pass
print(A.__annotations__, A.m.__annotations__, A().q)
class B(A): pass
print(B.__annotations__)
def k(): pass
print(k.__annotations__, (lambda: 0).__annotations__)
f.__annotations__["new"] = 5; print(f.__annotations__["new"])
