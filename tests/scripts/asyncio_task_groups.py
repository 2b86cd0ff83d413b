"""Task groups: who is cancelled when one task fails, and what comes out."""
import asyncio
import sys

# Until then a group forgot to take its own request back, and one from outside was lost.
OLD = sys.version_info < (3, 13)


async def work(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise
    if error is not None:
        raise error
    print(name, "is done")
    return name


def show(error):
    if isinstance(error, BaseExceptionGroup):
        inside = [show(one) for one in error.exceptions]
        return f"{type(error).__name__}({error.message!r}, {inside})"
    return repr(error)


async def shown(what):
    try:
        print("result", await what)
    except BaseException as error:
        print("error", show(error), show(error.__cause__), show(error.__context__))
    print("taken back", OLD or asyncio.current_task().cancelling() == 0)


async def all_well():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("a", 0.02), name="first")
        b = group.create_task(work("b", 0.01))
        print(repr(group), a.get_name())
    print(repr(group))
    return a.result(), b.result()


async def one_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("slow", 5))
        group.create_task(work("bad", 0.01, ValueError("bad")))
        await work("body", 5)


async def two_fail():
    async def late():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            raise KeyError("late")

    async with asyncio.TaskGroup() as group:
        group.create_task(late())
        group.create_task(work("bad", 0.01, ValueError("bad")))


async def body_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("slow", 5))
        await asyncio.sleep(0)
        raise IndexError("body")


async def body_and_task_fail():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("bad", 0, ValueError("bad")))
        try:
            await asyncio.sleep(5)
        finally:
            raise IndexError("body")


async def task_cancelled():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work("one", 5))
        group.create_task(work("two", 0.02))
        await asyncio.sleep(0)
        task.cancel()
    return task.cancelled()


async def cancelled_from_outside():
    async def inner():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("child", 5))
            await work("body", 5)

    task = asyncio.create_task(inner())
    await asyncio.sleep(0.01)
    task.cancel("enough")
    await shown(task)
    print(task.cancelled())


async def cancelled_and_failing():
    async def stubborn():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            raise ValueError("stubborn")

    async def inner():
        is_heard = OLD
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(stubborn())
        except* ValueError as group:
            print("inside", show(group), asyncio.current_task().cancelling())
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            is_heard = True
        print("heard at last", is_heard)

    task = asyncio.create_task(inner())
    await asyncio.sleep(0.01)
    task.cancel()
    print(await task)


async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(work("outer", 5))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work("inner", 0.01, TypeError("inner")))


async def base_error():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("other", 5))
        await asyncio.sleep(0)
        raise asyncio.CancelledError("own")


async def misuse():
    group = asyncio.TaskGroup()
    coroutine = work("x", 0)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    async with group:
        pass
    for how in "again", "task":
        try:
            if how == "again":
                async with group:
                    pass
            else:
                group.create_task(work("x", 0))
        except RuntimeError as error:
            print(error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("bad", 0, ValueError("bad")))
            try:
                await asyncio.sleep(5)
            finally:
                group.create_task(work("too late", 0))
    except* ValueError as error:
        print(show(error))
    except* RuntimeError as error:
        print(show(error))


async def spawning():
    async def spawn(group, depth):
        await asyncio.sleep(0.001)
        print("depth", depth)
        if depth:
            group.create_task(spawn(group, depth - 1))

    async with asyncio.TaskGroup() as group:
        group.create_task(spawn(group, 3))


async def main():
    for each in (
        all_well, one_fails, two_fail, body_fails, body_and_task_fail, task_cancelled,
        cancelled_from_outside, cancelled_and_failing, nested, base_error, misuse, spawning,
    ):
        print("-", each.__name__)
        await shown(each())


asyncio.run(main())
