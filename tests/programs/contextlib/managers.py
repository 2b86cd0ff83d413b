import contextlib
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def tagged(name):
    """Prints."""
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
    finally:
        print("leave", name)


with tagged("a") as name:
    print(name)
with tagged("b"):
    raise ValueError("swallowed")
try:
    with tagged("c"):
        raise KeyError("through")
except KeyError as error:
    print("outside", error)
print(tagged.__name__, tagged.__doc__)


@tagged("deco")
def decorated(x):
    return x + 1


print(decorated(1), decorated(2))


@contextmanager
def never():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def replaces():
    try:
        yield
    except ZeroDivisionError as error:
        raise RuntimeError("replaced") from error


for manager in (never, twice, replaces):
    try:
        with manager():
            if manager is replaces:
                1 / 0
    except RuntimeError as error:
        print(error, type(error.__cause__).__name__)


class Thing:
    def close(self):
        print("closed")


class Recorder:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


with closing(Thing()) as thing:
    print(type(thing).__name__)
with nullcontext(5) as five, suppress(ZeroDivisionError, KeyError):
    print(five)
    1 / 0
    print("not here")
try:
    with suppress(KeyError):
        [][1]
except IndexError as error:
    print(error)
recorder = Recorder()
with redirect_stdout(recorder) as target:
    print("inside", 1)
print(repr(recorder.text), target is recorder)
with ExitStack() as stack:
    print(stack.enter_context(tagged("x")), stack.enter_context(tagged("y")))
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *info: print(info[0]))
    kept = stack.pop_all()
    print("end of the block")
kept.close()
with ExitStack() as stack:
    stack.enter_context(suppress(KeyError))
    stack.enter_context(tagged("z"))
    raise KeyError("hidden")
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise ValueError("first")
except ZeroDivisionError as error:
    print(error, repr(error.__context__))
try:
    ExitStack().enter_context(5)
except TypeError as error:
    print(error)
