"""Positional-only, ordinary, keyword-only, `*args` and `**kwargs`, with and without defaults."""


def rest(*args):
    return args


def named(**kwargs):
    return kwargs


def both(*args, **kwargs):
    return args, kwargs


def only(a, *, b, c=3):
    return a, b, c


def slash(a, b=2, /, c=3):
    return a, b, c


def everything(a, b=2, /, c=3, *rest, d, e=5, **others):
    return a, b, c, rest, d, e, others


print(rest(), rest(1), rest(1, 2, 3))
print(named(), named(a=1), named(b=1, a=2))
print(both(), both(1, x=2), both(1, 2, y=1, x=2))
print(only(1, b=2), only(1, b=2, c=4), only(b=1, c=2, a=3))
print(slash(1), slash(1, 5), slash(1, 5, 6), slash(1, c=9))
print(everything(1, d=4))
print(everything(1, 2, 3, 4, 5, d=6, e=7, f=8, a=9, b=10))
print(everything(1, c=2, d=3, rest=4, others=5))

print((lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda a, /, *, b=2: (a, b))(1))
print((lambda *a, b=1, **k: (a, b, k))(1, 2, c=3))
print((lambda *, x: x)(x=1))


def evaluated(name, value):
    print("default", name)
    return value


def ordered(a=evaluated("a", 1), *args, k=evaluated("k", 2), b: int = evaluated("b", 3), **kw):
    return a, args, k, b, kw


print(ordered(), ordered(9, 8, 7, k=6, z=5))


def mutable(*, into=[]):
    into.append(len(into))
    return into


print(mutable(), mutable(), mutable(into=[1]))


def closure(n, *args, **kwargs):
    def inner(m=n, *more, key=n, **named):
        return n, args, kwargs, m, more, key, named

    return inner


print(closure(1, 2, x=3)(), closure(1)(2, 3, key=4, other=5))


def generator(*args, times=1, **kwargs):
    for _ in range(times):
        yield from_tuple(args)
    yield kwargs


def from_tuple(args):
    return list(args)


print(list(generator(1, 2)), list(generator(times=2, a=1)), list(generator(1, b=2)))


class Counter:
    def __init__(self, *names, start=0, **more):
        self.names = names
        self.start = start
        self.more = more

    def total(self, /, *extra, factor=1):
        return (self.start + sum(extra)) * factor

    def __call__(self, *args, **kwargs):
        return args, kwargs


counter = Counter("a", "b", start=3, unit="s")
print(counter.names, counter.start, counter.more)
print(counter.total(), counter.total(1, 2), counter.total(1, factor=10))
print(counter(), counter(1, 2, other=3))
print(Counter.total(counter, 5, factor=2))


def changes(*args, **kwargs):
    args += (1,)
    kwargs["new"] = 1
    return args, kwargs


given = {"a": 1}
print(changes(0, **given), given)


def deleted(*args, **kwargs):
    del args
    kwargs = None
    try:
        args
    except UnboundLocalError as error:
        print(error)
    return kwargs


print(deleted(1, a=2))


def captured(*args, **kwargs):
    return lambda: (args, kwargs), [lambda: args for _ in (1,)][0]


first, second = captured(1, 2, a=3)
print(first(), second())


def recursive(n, *seen, **state):
    if n == 0:
        return seen, state
    state[f"at{n}"] = n
    return recursive(n - 1, *seen, n, **state)


print(recursive(4))


class A:
    def f(self, __private, *, __named=1, **__others):
        return __private, __named, sorted(__others)


print(A().f(1, _A__named=2, __x=3))
