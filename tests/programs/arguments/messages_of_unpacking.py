"""What is said where something cannot be unpacked."""


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def f(*a, **k):
    return a, k


class A:
    def __init__(self, *a, **k):
        pass

    def m(self, *a, **k):
        return a, k


class M:
    def keys(self):
        return ["x", "y"]

    def __getitem__(self, key):
        return key * 2


class NoIterable:
    def keys(self):
        return 1


class NoItems:
    def keys(self):
        return ["a"]


class NoMethod:
    keys = 3


class Fails:
    def keys(self):
        raise AttributeError("q")


class Missing:
    def keys(self):
        return ["a"]

    def __getitem__(self, key):
        raise KeyError(key, 2)


class NoIter:
    __iter__ = None


class BadIter:
    def __iter__(self):
        return 3


class RaisesTypeError:
    def __iter__(self):
        raise TypeError("mine")


tell(lambda: f(*1))
tell(lambda: f(1, *1))
tell(lambda: f(*None, **None))
tell(lambda: print(*1))
tell(lambda: A().m(*1))
tell(lambda: A.m(*1.5))
tell(lambda: A(*1))
tell(lambda: [].append(*1))
tell(lambda: list(*1))
tell(lambda: (lambda *a: a)(*3))
tell(lambda: f(*A()))
tell(lambda: f(1, *A()))
tell(lambda: f(*NoIter()))
tell(lambda: f(*BadIter()))
tell(lambda: f(1, *BadIter()))
tell(lambda: f(*RaisesTypeError()))
tell(lambda: f(1, *RaisesTypeError()))
tell(lambda: f(**1))
tell(lambda: f(**[]))
tell(lambda: f(**"ab"))
tell(lambda: f(**{1: 2}))
tell(lambda: f(**{1: 2}, **{1: 3}))
tell(lambda: f(a=1, **{"a": 2}))
tell(lambda: f(**{"a": 2}, a=1))
tell(lambda: f(**{"a": 1}, **{"a": 2}))
tell(lambda: print(sep="", **{"sep": 1}))
tell(lambda: A().m(b=1, **{"b": 1}))
tell(lambda: dict(**{1: 2}))
tell(lambda: print(**{1: 2}))
tell(lambda: A(**{1: 2}))
tell(lambda: dict(**1))
tell(lambda: print(**{"x": 1}))
tell(lambda: f(**M()))
tell(lambda: f(x=1, **M()))
tell(lambda: f(**M(), **M()))
for kind in (NoIterable, NoItems, NoMethod, Fails, Missing, A, M):
    tell(lambda: f(**kind()))
    tell(lambda: f(z=1, **kind()))
    tell(lambda: {**kind()})
    tell(lambda: {"z": 1, **kind()})
tell(lambda: 1 .real(*[2]))
tell(lambda: None(**{}))
tell(lambda: "text"(*[]))
tell(lambda: len(*[], **{}))
tell(lambda: len(*[1, 2]))
tell(lambda: len(*["ab"], **{"x": 1}))
tell(lambda: A().missing(*[]))
tell(lambda: missing(*[]))

tell(lambda: [*1])
tell(lambda: (*1,))
tell(lambda: {*1})
tell(lambda: {**1})
tell(lambda: [1, *None])
tell(lambda: [*A()])
tell(lambda: {*A()})
tell(lambda: (*NoIter(),))
tell(lambda: {*NoIter()})
tell(lambda: [*BadIter()])
tell(lambda: [*RaisesTypeError()])
tell(lambda: {*[[]]})
tell(lambda: {**[]})
tell(lambda: {**{}, []: 1})

f(1, *2)
