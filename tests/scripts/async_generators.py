"""Asynchronous generators: by hand, by a loop, and in `async for`."""
import asyncio
import types


class Pause:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return (yield self.what)


def drive(awaitable, *sent):
    """Runs it by hand and tells what it hands on."""
    iterator = awaitable.__await__()
    sent = list(sent)
    seen = []
    try:
        item = iterator.send(None)
        while True:
            seen.append(item)
            answer = sent.pop(0) if sent else None
            if isinstance(answer, Exception):
                item = iterator.throw(answer)
            else:
                item = iterator.send(answer)
    except StopIteration as stop:
        return seen, stop.value
    except BaseException as error:
        return seen, error


async def numbers(count):
    try:
        for number in range(count):
            got = await Pause(f"before {number}")
            try:
                answer = yield number
            except ValueError as error:
                answer = repr(error)
            print("answer", answer, "pause", got)
    finally:
        print("finally", await Pause("at the end"))


def by_hand():
    made = numbers(3)
    print(type(made), isinstance(made, types.AsyncGeneratorType), aiter(made) is made)
    print(type(made.__anext__()), type(made.asend(1)), type(made.athrow(ValueError)), type(made.aclose()))
    print(repr(made).startswith("<async_generator object numbers at 0x"))
    print(drive(made.__anext__(), "p0"))
    print(drive(made.asend("a"), "p1"))
    print(drive(made.athrow(ValueError("v")), "p2"))
    print(drive(made.asend(None), "end"))
    print(drive(made.asend(None)))
    print(drive(made.aclose()), drive(made.athrow(ValueError)))

    print("- thrown in while it waits")
    made = numbers(2)
    print(drive(made.__anext__(), KeyError("k"), "cleaned"))
    print(drive(made.__anext__()))

    print("- closed")
    made = numbers(2)
    print(drive(made.__anext__()))
    print(drive(made.aclose(), "bye"))
    print(drive(made.__anext__()))
    made = numbers(2)
    print(drive(made.aclose()), drive(made.__anext__()))
    made = numbers(2)
    print(drive(made.athrow(ValueError("new"))), drive(made.__anext__()))
    print(drive(numbers(1).asend(5)))

    print("- one at a time")
    made = numbers(2)
    first = made.__anext__().__await__()
    print(first.send(None))
    for other in made.__anext__(), made.asend(1), made.athrow(ValueError), made.aclose():
        print(drive(other))
    try:
        first.send(None)
    except StopIteration as stop:
        print(stop.value)


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def stops(how):
    yield 1
    raise how


async def stops_as_coroutine(how):
    raise how


def endings():
    made = stubborn()
    print(drive(made.__anext__()), drive(made.aclose()))
    for how in StopIteration("x"), StopAsyncIteration("y"), KeyError("z"):
        made = stops(how)
        drive(made.__anext__())
        _, error = drive(made.__anext__())
        print(repr(error), repr(error.__cause__), drive(made.__anext__()))
        _, error = drive(stops_as_coroutine(how))
        print(repr(error), repr(error.__cause__))
    for wrong in (
        lambda: [x for x in numbers(1)], lambda: list(numbers(1)), lambda: next(numbers(1)),
        lambda: iter(numbers(1)), lambda: aiter([1]), lambda: anext([1]), lambda: aiter(Odd()),
        lambda: drive(over(5)), lambda: drive(over(Odd())),
    ):
        try:
            result = wrong()
            print(repr(result[1]))
        except TypeError as error:
            print(error)


class Odd:
    def __aiter__(self):
        return self


async def over(what):
    async for _ in what:
        pass


async def ticks(name, count, pause=0):
    for number in range(count):
        await asyncio.sleep(pause)
        yield f"{name}{number}"


async def loops():
    async for tick in ticks("a", 5):
        if tick == "a1":
            continue
        if tick == "a3":
            break
        print(tick)
    else:
        print("not here")
    async for tick in ticks("b", 2):
        print(tick)
    else:
        print("else", tick)
    pairs = ticks("c", 4)
    async for first in pairs:
        print(first, await anext(pairs))
    print(await anext(pairs, "default"), await anext(pairs, None))
    try:
        await anext(pairs)
    except StopAsyncIteration as error:
        print(repr(error), repr(error.__context__))

    async def fails():
        yield 1
        raise ValueError("in between")

    try:
        async for x in fails():
            print(x)
    except ValueError as error:
        print(error)
    async for a, *b in nested():
        print(a, b)


async def nested():
    async for one in ticks("x", 2):
        async for two in ticks("y", 2):
            yield one, two, [three async for three in ticks("z", 2)]


async def delegate(inner):
    try:
        async for value in inner:
            yield value * 2
    finally:
        await asyncio.sleep(0)
        print("outer is closed")


async def cancelled():
    begun = asyncio.Event()

    async def forever():
        try:
            yield "tick"
            begun.set()
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            print("generator is cancelled")
            raise
        finally:
            await asyncio.sleep(0)
            print("cleaned up")

    async def listen():
        async for _ in forever():
            await asyncio.sleep(0)

    task = asyncio.create_task(listen())
    await begun.wait()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("task is cancelled")

    made = delegate(ticks("d", 3))
    print(await anext(made))
    await made.aclose()
    made = ticks("e", 3, 0.01)
    first = asyncio.ensure_future(anext(made))
    await asyncio.sleep(0)
    try:
        await anext(made)
    except RuntimeError as error:
        print(error)
    print(await first)


async def comprehensions():
    print([tick async for tick in ticks("l", 3)])
    print({tick async for tick in ticks("s", 1)}, {tick: i async for tick in ticks("d", 2) for i in range(2)})
    print([(a, b) async for a in ticks("a", 2) if a != "a0" async for b in ticks("b", 2)])
    print([await asyncio.sleep(0, i) for i in range(3)], [i for i in range(3) if await asyncio.sleep(0, i)])
    made = (tick + "!" async for tick in ticks("g", 2))
    print(type(made), [x async for x in made])
    waiting = (await asyncio.sleep(0, i * i) for i in range(3))
    print(type(waiting), [x async for x in waiting])
    print([[x async for x in ticks(name, 2)] for name in "pq"])
    functions = [lambda: tick async for tick in ticks("f", 2)]
    print([function() for function in functions])
    print(sorted([x async for x in (y async for y in ticks("n", 2))], reverse=True))

    def no_coroutine():
        return (x async for x in ticks("h", 2))

    print([x async for x in no_coroutine()])
    total = 0
    if any([total := total + len(x) async for x in ticks("w", 3)]):
        print(total)


async def left_open(fails):
    kept = []

    async def forever(name):
        try:
            while True:
                yield name
        finally:
            await asyncio.sleep(0)
            print("closed", name)

    async def stubborn():
        try:
            yield 1
        finally:
            print("fails")
            raise ValueError("at the end")

    made = stubborn() if fails else forever("a")
    kept.append(made)
    print(await anext(made))
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: print(repr(context["exception"]), context["asyncgen"] is made)
    )
    return kept


async def main():
    for each in loops, cancelled, comprehensions:
        print("-", each.__name__)
        await each()


by_hand()
endings()
asyncio.run(main())
for fails in False, True:
    with asyncio.Runner() as runner:
        kept = runner.run(left_open(fails))
        print("before the end")
    print("after the end")
