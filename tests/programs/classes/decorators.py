"""Decorators of functions, methods and classes: evaluated first, called in reverse."""


def tell(name):
    print("make", name)

    def decorate(what):
        print("apply", name, "to", what if isinstance(what, str) else "it")
        return what

    return decorate


@tell("a")
@tell("b")
def f(x=print("default")):
    return x


print(f(1))


def constant(_):
    return "constant"


@constant
def g():
    pass


print(g)


@tell("class")
class A:
    print("body")

    @tell("method")
    def m(self):
        return "m"

    @constant
    def n(self):
        pass


print(A().m(), A.n)


def counted(function):
    def wrapper(*args, **kwargs):
        wrapper_calls.append(len(args) + len(kwargs))
        return function(*args, **kwargs)

    return wrapper


wrapper_calls = []


@counted
def add(a, b=2, *, c=3):
    return a + b + c


print(add(1), add(1, 1), add(1, b=5, c=0), wrapper_calls)


def repeated(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]

        return wrapper

    return decorate


@repeated(times=3)
@counted
def square(x):
    return x * x


print(square(3))


class Memo:
    def __init__(self, function):
        self.function = function
        self.known = {}

    def __call__(self, *args):
        if args not in self.known:
            self.known[args] = self.function(*args)
        return self.known[args]


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), len(fib.known))
registry = {}


def register(name=None):
    def decorate(cls):
        registry[name or cls.__name__] = cls
        return cls

    return decorate


@register()
class First:
    pass


@register("other")
class Second(First):
    def __init__(self, x):
        self.x = x


print(sorted(registry), registry["other"](5).x)
handlers = [lambda f: ("first", f()), lambda f: ("second", f())]


@handlers[1]
def value():
    return 7


@(lambda f: f)
def plain():
    return 8


print(value, plain())


def outer():
    n = 10

    @repeated(2)
    def inner(k):
        return n + k

    @tell("inner class")
    class Inner:
        def get(self):
            return n

    return inner(1), Inner().get()


print(outer())


def early(function):
    try:
        function(3)
    except NameError as error:
        print(error)
    return function


@early
def later(n):
    return 0 if n == 0 else later(n - 1)


print(later(3))


@counted
def generated(n):
    for i in range(n):
        yield i


print(list(generated(3)))
try:

    @missing
    def h():
        pass
except NameError as error:
    print(error)


def fails(function):
    raise ValueError("while decorating")


@tell("outer")
@fails
def k():
    pass
