import contextlib
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
import io


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__))


log = []


@contextmanager
def noted(name, swallow=()):
    log.append(f"+{name}")
    try:
        yield name
    except swallow as error:
        log.append(f"!{type(error).__name__}")
    finally:
        log.append(f"-{name}")


def flush():
    print(log)
    log.clear()


with noted("a") as a, noted("b", ValueError):
    raise ValueError
flush()


@noted("deco")
def work(n):
    """Works."""
    log.append(n)
    return n


print(work(1), work(2), work.__name__, work.__doc__)
flush()


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def swaps():
    try:
        yield
    except KeyError as error:
        raise TypeError("swapped") from error


def enter(manager, error=None):
    with manager as value:
        if error:
            raise error
        return value


tried(lambda: enter(never()), lambda: enter(twice()), lambda: enter(swaps(), KeyError("k")), lambda: enter(swaps(), StopIteration("s")), lambda: enter(noted("x", OSError), OSError()), lambda: enter(nullcontext(4)))
flush()


def exits(stack_body):
    try:
        with ExitStack() as stack:
            stack_body(stack)
        print("left quietly")
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))
    flush()


def body1(stack):
    print([stack.enter_context(noted(n)) for n in "xyz"])
    stack.callback(log.append, "callback")
    stack.push(lambda *info: log.append(info[0]))


def body2(stack):
    stack.enter_context(noted("outer", ZeroDivisionError))
    stack.push(lambda *info: log.append(info[0].__name__))
    1 / 0


def body3(stack):
    stack.callback(lambda: 1 / 0)
    raise KeyError("first")


def body4(stack):
    stack.push(lambda *info: True)
    raise KeyError("hidden")


def body5(stack):
    stack.enter_context(noted("moved"))
    other = stack.pop_all()
    log.append("popped")
    other.close()


def body6(stack):
    @stack.callback
    def last():
        log.append("last")

    stack.enter_context(closing(Closes()))


class Closes:
    def close(self):
        log.append("closed")


for body in (body1, body2, body3, body4, body5, body6):
    exits(body)
with suppress(KeyError, IndexError):
    {}["x"]
with suppress(*[]):
    pass
out = io.StringIO()
with redirect_stdout(out):
    print("inside")
    with redirect_stdout(io.StringIO()):
        print("deeper")
    print("again")
print(out.getvalue().split())


class Both(contextlib.ContextDecorator):
    def __enter__(self):
        log.append("enter")
        return self

    def __exit__(self, *info):
        log.append("exit")
        return True


@Both()
def fails():
    raise ValueError


print(fails())
flush()
manager = noted("once")
with manager:
    pass
flush()
print(isinstance(Both(), contextlib.AbstractContextManager), issubclass(Closes, contextlib.AbstractContextManager))
