"""What functions tell of themselves, and what can be set."""


def f(a, b=2, *, c, d=4):
    """Says something."""
    return a


def g():
    pass


def outer():
    def inner():
        "In here."

    class Local:
        "Local."

        def method(self):
            pass

    return inner, Local


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, g.__doc__)
inner, Local = outer()
print(inner.__name__, inner.__qualname__, inner.__doc__)
print(Local.__name__, Local.__qualname__, Local.__doc__, Local.method.__qualname__)
print(f.__defaults__, f.__kwdefaults__, g.__defaults__, g.__kwdefaults__)
print((lambda: 1).__name__, (lambda: 1).__qualname__, (lambda: 1).__doc__)
f.calls = 0
f.calls += 1
print(f.calls, f.__dict__)
f.__dict__["more"] = [1]
f.other = "x"
print(f.more, f.__dict__, sorted(f.__dict__))
del f.calls
try:
    f.calls
except AttributeError as error:
    print(error)
try:
    del f.calls
except AttributeError as error:
    print(error)
g.__name__ = "renamed"
g.__qualname__ = "some.renamed"
g.__doc__ = "New."
g.__module__ = "elsewhere"
print(g.__name__, g.__qualname__, g.__doc__, g.__module__, repr(g)[:23], g.__dict__)
try:
    g(1)
except TypeError as error:
    print(error)
try:
    g.__name__ = 3
except TypeError as error:
    print(error)
try:
    g.__qualname__ = None
except TypeError as error:
    print(error)
print(g.__name__)


def wraps(wrapped):
    def decorate(wrapper):
        wrapper.__name__ = wrapped.__name__
        wrapper.__qualname__ = wrapped.__qualname__
        wrapper.__doc__ = wrapped.__doc__
        wrapper.__module__ = wrapped.__module__
        wrapper.__dict__.update(wrapped.__dict__)
        wrapper.__wrapped__ = wrapped
        return wrapper

    return decorate


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


@logged
def work(x, *, y=1):
    """Works."""
    return x + y


work.tag = "t"
print(work(1), work(1, y=2), work.calls, work.__name__, work.__doc__, work.__wrapped__(5))
again = logged(work)
print(again.tag, again.__wrapped__ is work, again(2), again.calls, work.calls)


class A:
    """A class."""

    def method(self):
        """A method."""

    @staticmethod
    def static():
        """Static."""

    method.mark = 1


a = A()
print(A.method.mark, a.method.mark, a.method.__name__, a.method.__doc__, a.method.__qualname__)
print(a.method.__func__ is A.method, a.method.__self__ is a, A.static.__doc__, A.__doc__, a.__doc__)
A.__doc__ = "Changed."
print(A.__doc__, a.__doc__, A.__module__, A.__name__, A.__bases__, A.__mro__)
try:
    a.method.mark = 2
except AttributeError as error:
    print(error)
print(len.__name__, [].append.__name__, [].append.__qualname__, int.__name__, print.__qualname__)


def recursive(n):
    recursive.depth = max(n, recursive.depth)
    return n and recursive(n - 1)


recursive.depth = 0
recursive(7)
print(recursive.depth)


def memo(function):
    known = function.known = {}

    def wrapper(n):
        if n not in known:
            known[n] = function(n)
        return known[n]

    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50))


def generator():
    """Yields."""
    yield 1


print(generator.__doc__, generator.__name__, list(generator()))
print(repr(inner)[:36], repr(A.method)[:19])
f.missing
