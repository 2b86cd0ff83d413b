"""What is said where arguments and parameters do not fit."""


def tell(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


def g(a, b=1, *, c, d=2):
    return a, b, c, d


def h(a, /, b, *, c):
    return a, b, c


def p(a, b, /, c=1, *r, d, **k):
    return a, b, c, r, d, k


def q(*, a, b, c):
    return a, b, c


def r(a, b, /):
    return a, b


def s(a=1, /, **k):
    return a, k


def one(a):
    return a


def none():
    return None


def opt(a=1, b=2, *, c=3):
    return a, b, c


tell(lambda: g())
tell(lambda: g(1))
tell(lambda: g(1, 2, 3))
tell(lambda: g(1, 2, 3, c=1))
tell(lambda: g(1, 2, 3, c=1, d=2))
tell(lambda: g(1, a=1, c=1))
tell(lambda: g(1, 2, 3, x=1))
tell(lambda: g(1, 2, 3, a=1))
tell(lambda: g(c=1))
tell(lambda: g(b=1))
tell(lambda: g(1, **{"c": 1, "e": 2}))
tell(lambda: g(1, **{"c": 1, "a": 2}))
tell(lambda: h(a=1, b=2, c=3))
tell(lambda: h(1, 2, 3))
tell(lambda: h(1, 2, c=3, x=3))
tell(lambda: h(a=1))
tell(lambda: h(1, b=1, c=2, a=1))
tell(lambda: h(1, 2, 3, 4, a=1))
tell(lambda: h(1, 2, 3, 4, c=1))
tell(lambda: h(1))
tell(lambda: p(1, b=2, d=1))
tell(lambda: p(1, 2, a=5, d=3))
tell(lambda: p(1, 2))
tell(lambda: p(1, 2, 3, 4, 5))
tell(lambda: p(1, 2, 3, c=4, d=5))
tell(lambda: p())
tell(lambda: p(d=1, c=2))
tell(lambda: q())
tell(lambda: q(a=1))
tell(lambda: q(a=1, b=2))
tell(lambda: q(1))
tell(lambda: q(1, a=1))
tell(lambda: q(1, 2, a=1, b=2, c=3))
tell(lambda: r(a=1, b=2))
tell(lambda: r(1, b=2))
tell(lambda: r(1, 2, b=2, a=3))
tell(lambda: r(1, 2, q=2, a=3))
tell(lambda: r())
tell(lambda: r(1, 2, 3))
tell(lambda: s(a=5))
tell(lambda: s(1, a=5))
tell(lambda: s(1, 2))
tell(lambda: s(1, 2, a=3))
tell(lambda: one(1, 2))
tell(lambda: one())
tell(lambda: one(b=1))
tell(lambda: none(1))
tell(lambda: none(1, 2))
tell(lambda: none(a=1))
tell(lambda: opt(1, 2, 3))
tell(lambda: opt(1, 2, 3, c=1))
tell(lambda: opt(d=1))
tell(lambda: (lambda a, *, b: a)(1))
tell(lambda: (lambda a, /: a)(a=1))
tell(lambda: (lambda: 1)(1))


class Thing:
    def __init__(self, a, *, key):
        self.a = a

    def method(self, a, *rest, key, **others):
        return a, rest, key, others

    def nothing():
        pass


tell(lambda: Thing())
tell(lambda: Thing(1))
tell(lambda: Thing(1, 2, key=3))
tell(lambda: Thing(1, ke=3))
thing = Thing(1, key=2)
tell(lambda: thing.method())
tell(lambda: thing.method(1))
tell(lambda: thing.method(1, 2, key=3, other=4))
tell(lambda: thing.method(1, a=2, key=3))
tell(lambda: thing.method(1, self=2, key=3))
tell(lambda: thing.nothing())


def outer():
    def inner(a, *, b):
        return a

    return inner


tell(lambda: outer()())
tell(lambda: outer()(1))
tell(lambda: outer()(1, 2, b=3))


def gen(a, *, b):
    yield a


tell(lambda: gen())
tell(lambda: gen(1))
tell(lambda: list(gen(1, b=2)))
