# Each function is a program of its own.
import functools
import operator


def partials():
    def f(a, b, c=3, *, d=4):
        return a, b, c, d

    p = functools.partial(f, 1, d=9)
    print(p(2), p(2, 5), p(2, d=0), p.func is f, p.args, p.keywords)
    q = functools.partial(p, 7, c=8)
    print(q(), q.args, q.keywords, q.func is f)
    for bad in (lambda: functools.partial(), lambda: functools.partial(5), lambda: p(1, 2, 3, 4)):
        try:
            bad()
        except TypeError as error:
            print(str(error)[:40])

    class A:
        def method(self, x, y):
            return x, y

        half = functools.partialmethod(method, 1)

    print(A().half(5))


def caches():
    calls = []

    @functools.lru_cache(maxsize=2)
    def f(x, y=0):
        calls.append(x)
        return x + y

    print(f(1), f(1), f(2), f(3), f(1), f(x=1), calls, f.cache_info())
    f.cache_clear()
    print(f.cache_info(), f.__wrapped__(5), f.cache_parameters())
    try:
        f([])
    except TypeError as error:
        print(error)

    @functools.cache
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    print(fib(80), fib.cache_info())

    @functools.lru_cache(typed=True)
    def kind(x):
        return type(x).__name__

    print(kind(1), kind(1.0), kind.cache_info().currsize)

    class A:
        @functools.cached_property
        def value(self):
            calls.append("value")
            return 5

    a = A()
    print(a.value, a.value, calls.count("value"), a.__dict__)
    del a.value
    print(a.value, calls.count("value"))


def wrapping():
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            "wrapper"
            return function(*args)

        return wrapper

    @decorate
    def f(x):
        "of f"
        return x

    f.mark = 1
    print(f(3), f.__name__, f.__doc__, f.__wrapped__.__name__, f.__qualname__)


def reducing():
    print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(operator.mul, [], 7), functools.reduce(lambda a, b: a + b, "abc"))
    try:
        functools.reduce(operator.add, [])
    except TypeError as error:
        print(error)


def ordering():
    @functools.total_ordering
    class V:
        def __init__(self, v):
            self.v = v

        def __eq__(self, other):
            return self.v == other.v

        def __lt__(self, other):
            return self.v < other.v

    print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2), sorted([V(3), V(1)])[0].v)
    print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), max("bca", key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))


def dispatching():
    @functools.singledispatch
    def show(x):
        return f"any {x}"

    @show.register(int)
    def _(x):
        return f"int {x}"

    @show.register(list)
    @show.register(tuple)
    def _(x):
        return f"sequence {len(x)}"

    print(show(1), show(True), show([1, 2]), show((1,)), show("x"), show.dispatch(float)(2.5))


for program in (partials, caches, wrapping, reducing, ordering, dispatching):
    print("#", program.__name__)
    program()
