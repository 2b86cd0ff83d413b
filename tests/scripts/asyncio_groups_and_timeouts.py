import asyncio


async def fails(error, after=0):
    await asyncio.sleep(after)
    raise error


async def sleeps(log, name, seconds=5):
    try:
        await asyncio.sleep(seconds)
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


def shown(group, depth=0):
    if isinstance(group, BaseExceptionGroup):
        return [group.message, [shown(error) for error in group.exceptions]]
    return repr(group)


async def tried(body):
    log = []
    try:
        print(body.__name__, await body(log), log)
    except BaseException as error:
        print(body.__name__, type(error).__name__, shown(error), log)


async def results(log):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(0, n), name=f"n{n}") for n in range(3)]
    return [task.result() for task in tasks], tasks[0].get_name()


async def one_fails(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeps(log, "a"))
        group.create_task(fails(ValueError("v")))
        await asyncio.sleep(5)


async def two_fail(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(ValueError("v")))
        group.create_task(fails(KeyError("k")))


async def body_fails(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeps(log, "a"))
        await asyncio.sleep(0)
        raise OSError("body")


async def inner_group(log):
    async with asyncio.TaskGroup() as outer:
        outer.create_task(sleeps(log, "outer"))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(fails(TypeError("t")))


async def cancelled_from_outside(log):
    async def inside():
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeps(log, "x"))
            group.create_task(sleeps(log, "y"))

    task = asyncio.create_task(inside())
    await asyncio.sleep(0.001)
    task.cancel("stop")
    try:
        await task
    except asyncio.CancelledError as error:
        log.sort()
        return "cancelled", task.cancelled()


async def child_cancels_itself(log):
    async with asyncio.TaskGroup() as group:
        task = group.create_task(sleeps(log, "own"))
        other = group.create_task(asyncio.sleep(0.001, "fine"))
        await asyncio.sleep(0)
        task.cancel()
    return task.cancelled(), other.result()


async def after_the_end(log):
    async with asyncio.TaskGroup() as group:
        pass
    coro = asyncio.sleep(0)
    try:
        group.create_task(coro)
    except RuntimeError as error:
        coro.close()
        return str(error).split(" ", 2)[-1]


async def entered_twice(log):
    group = asyncio.TaskGroup()
    async with group:
        async with group:
            pass


async def spawned_by_a_child(log):
    async with asyncio.TaskGroup() as group:
        async def child(n):
            log.append(n)
            if n:
                group.create_task(child(n - 1))

        group.create_task(child(3))


async def with_a_timeout(log):
    try:
        async with asyncio.timeout(0.005):
            async with asyncio.TaskGroup() as group:
                group.create_task(sleeps(log, "slow"))
    except TimeoutError as error:
        return repr(error), isinstance(error.__cause__, asyncio.CancelledError)


async def nested_timeouts(log):
    try:
        async with asyncio.timeout(5) as outer:
            try:
                async with asyncio.timeout(0.001) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                log.append("inner")
            await asyncio.sleep(0)
        return outer.expired(), inner.expired()
    except TimeoutError:
        return "outer"


async def interrupts(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeps(log, "a"))
        group.create_task(fails(asyncio.CancelledError()))
        group.create_task(asyncio.sleep(0.001))
        await asyncio.sleep(0.002)
        group.create_task(fails(ValueError("late")))


async def waits(log):
    tasks = {asyncio.create_task(asyncio.sleep(n / 1000, n)) for n in (0, 50)}
    done, pending = await asyncio.wait(tasks, timeout=0.005)
    for task in pending:
        task.cancel()
    first, left = await asyncio.wait([asyncio.create_task(fails(ValueError(1))), *pending], return_when=asyncio.FIRST_EXCEPTION)
    log.extend(repr(task.exception()) for task in first if not task.cancelled())
    return sorted(task.result() for task in done), len(pending), len(first) + len(left)


async def uncancelled(log):
    task = asyncio.current_task()
    task.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append(task.cancelling())
        log.append(task.uncancel())
    await asyncio.sleep(0)
    return "goes on"


async def main():
    for each in (results, one_fails, two_fail, body_fails, inner_group, cancelled_from_outside, child_cancels_itself, after_the_end, entered_twice, spawned_by_a_child, with_a_timeout, nested_timeouts, interrupts, waits, uncancelled):
        await asyncio.create_task(tried(each))


asyncio.run(main())
