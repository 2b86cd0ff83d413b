"""`contextlib` for `async with`."""
import asyncio
import contextlib
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def room(name, swallow=None):
    """A room."""
    await asyncio.sleep(0)
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("seen", repr(error))
        if swallow is None:
            raise
    finally:
        await asyncio.sleep(0)
        print("leave", name)


@asynccontextmanager
async def odd(how):
    if how == "no yield":
        return
    try:
        yield
    except ValueError as error:
        if how == "another":
            raise KeyError("another") from error
        if how == "goes on":
            yield
        if how == "stops":
            raise
    if how == "twice":
        yield


async def told(manager, error=None):
    try:
        async with manager as value:
            print("inside", value)
            if error is not None:
                raise error
        print("went on")
    except Exception as caught:
        print("raised", repr(caught), repr(caught.__cause__))


class Both:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind)

    async def __aenter__(self):
        print("aenter", self.name)
        return self.name

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        print("aexit", self.name, kind)
        return kind is KeyError


async def managers():
    print(room.__name__, room.__doc__)
    await told(room("a"))
    await told(room("b"), ValueError("x"))
    await told(room("c", True), ValueError("y"))
    await told(room("d"), StopAsyncIteration("z"))
    await told(room("e"), StopIteration("z"))
    for how in "no yield", "twice":
        await told(odd(how))
    for how in "another", "goes on", "stops", "swallows":
        await told(odd(how), ValueError(how))
    async with nullcontext(5) as five, room("f") as f:
        print(five, f)
    await told(Both("g"), KeyError("k"))
    await told(Both("h"), ValueError("v"))

    @room("around")
    async def decorated(a, b):
        print("decorated", a, b)
        return a + b

    print(await decorated(1, b=2), await decorated(3, 4))


async def closing():
    async def counting():
        try:
            for number in range(5):
                yield number
        finally:
            await asyncio.sleep(0)
            print("closed")

    async with aclosing(counting()) as numbers:
        async for number in numbers:
            if number == 2:
                break
    print("after", number)


async def stacks():
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(room("one")))
        print(stack.enter_context(Both("two")))
        stack.callback(print, "callback", sep="-")
        stack.push_async_callback(asyncio.sleep, 0)

        async def leaving(kind, value, traceback):
            print("leaving", kind)
            return True

        stack.push_async_exit(leaving)
        stack.push_async_exit(Both("three"))
        stack.push(lambda *info: print("pushed", info[0]))
        raise ValueError("in stack")
    stack = AsyncExitStack()
    await stack.enter_async_context(Both("four"))
    other = stack.pop_all()
    await stack.aclose()
    await other.aclose()
    try:
        async with AsyncExitStack() as stack:
            stack.push_async_callback(fails, KeyError("second"))
            stack.push_async_callback(fails, ValueError("first"))
    except KeyError as error:
        print(repr(error), repr(error.__context__))
    for wrong in Both("x").__enter__, 5:
        try:
            await AsyncExitStack().enter_async_context(wrong)
        except TypeError as error:
            print(str(error).partition("object")[1:])
    for wrong in 5, Half():
        try:
            async with wrong:
                pass
        except TypeError as error:
            print(error)


class Half:
    async def __aenter__(self):
        pass


async def fails(error):
    raise error


async def suppressing():
    with contextlib.suppress(KeyError, IndexError):
        raise KeyError
    print(issubclass(contextlib.AbstractAsyncContextManager, object))

    class Own(contextlib.AbstractAsyncContextManager, contextlib.AsyncContextDecorator):
        async def __aexit__(self, *info):
            print("own", info[0])

    async with Own() as own:
        print(type(own).__name__)

    @Own()
    async def inside():
        return "inside"

    print(await inside())


async def main():
    for each in managers, closing, stacks, suppressing:
        print("-", each.__name__)
        await each()


asyncio.run(main())
