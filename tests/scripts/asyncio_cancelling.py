"""Timeouts, shields and what else cancels tasks, and who may take that back."""
import asyncio
import time


async def timeouts():
    try:
        async with asyncio.timeout(0.01) as cm:
            await asyncio.sleep(5)
    except TimeoutError as error:
        print("timeout", repr(error), repr(error.__cause__), cm.expired(), cm)
    print(asyncio.current_task().cancelling())
    async with asyncio.timeout(None) as cm:
        print(cm.when(), cm)
        cm.reschedule(asyncio.get_running_loop().time() + 5)
        print(cm.when() > 0)
    print(cm, cm.expired())
    for wrong in "twice", "late":
        try:
            if wrong == "twice":
                async with cm:
                    pass
            else:
                cm.reschedule(None)
        except RuntimeError as error:
            print(error)
    try:
        asyncio.timeout(1).reschedule(2)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("over already")
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.timeout(5):
                await asyncio.sleep(5)
    except TimeoutError:
        print("the outer one")
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(5)
            finally:
                raise ValueError("instead")
    except ValueError as error:
        print(repr(error), asyncio.current_task().cancelling())


async def cancelled_while_timing_out():
    async def inner():
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                asyncio.current_task().cancel("other")
                raise

    task = asyncio.create_task(inner())
    try:
        await task
    except BaseException as error:
        print(type(error).__name__, task.cancelled(), task.cancelling())


async def counting():
    async def stubborn():
        task = asyncio.current_task()
        for _ in range(2):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as error:
                print("heard", error.args, task.cancelling())
        print(task.uncancel(), task.uncancel(), task.uncancel())
        await asyncio.sleep(0)
        return "went on"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(task.cancel("one"), task.cancelling())
    await asyncio.sleep(0)
    print(task.cancel("two"), task.cancelling())
    print(await task, task.cancel(), task.cancelled())


async def shielded():
    async def inner():
        await asyncio.sleep(0.02)
        print("inner ends")
        return 7

    task = asyncio.create_task(inner())
    outer = asyncio.shield(task)
    asyncio.get_running_loop().call_later(0.001, outer.cancel)
    try:
        await outer
    except asyncio.CancelledError:
        print("outer is cancelled", task.done())
    print(await task, await asyncio.shield(task))
    try:
        await asyncio.wait_for(asyncio.shield(again := asyncio.create_task(inner())), 0.001)
    except asyncio.TimeoutError:
        print("waited long enough", again.cancelled())
    print(await again)
    failing = asyncio.shield(fail())
    try:
        await failing
    except ValueError as error:
        print(error)


async def fail(delay=0):
    await asyncio.sleep(delay)
    raise ValueError("failed")


async def waiting():
    tasks = [asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (0.01, 0.4, 60)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(len(done), len(pending))
    bad = asyncio.create_task(fail(0.01))
    done, pending = await asyncio.wait([tasks[2], bad], return_when=asyncio.FIRST_EXCEPTION)
    print(done == {bad}, pending == {tasks[2]}, repr(bad.exception()))
    tasks[2].cancel()
    done, pending = await asyncio.wait([tasks[2], bad], return_when=asyncio.ALL_COMPLETED)
    print(len(done), len(pending), tasks[2].cancelled())
    for wrong in ([], "ALL"), ([bad], "ALL"):
        try:
            await asyncio.wait(wrong[0], return_when=wrong[1])
        except ValueError as error:
            print(error)
    try:
        await asyncio.wait([coroutine := fail()])
    except TypeError as error:
        print(error)
        coroutine.close()
    results = []
    for each in asyncio.as_completed([asyncio.sleep(d, d) for d in (0.03, 0.01, 0.02)]):
        results.append(await each)
    print(results)
    try:
        for each in asyncio.as_completed([asyncio.sleep(5), asyncio.sleep(0.001, "quick")], timeout=0.05):
            print(await each)
    except asyncio.TimeoutError as error:
        print("as_completed", repr(error))


async def gathered():
    children = [asyncio.create_task(asyncio.sleep(5)) for _ in range(2)]
    both = asyncio.gather(*children)
    await asyncio.sleep(0)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        print([child.cancelled() for child in children])
    waiting_for = asyncio.create_task(asyncio.wait_for(asyncio.sleep(5), 5))
    await asyncio.sleep(0)
    waiting_for.cancel()
    try:
        await waiting_for
    except asyncio.CancelledError:
        print("wait_for is cancelled")
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except asyncio.TimeoutError:
        print("at once")
    print(await asyncio.wait_for(asyncio.sleep(0.001, "in time"), 5))


async def from_threads():
    loop = asyncio.get_running_loop()

    def in_thread():
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "from afar"), loop)
        got = [future.result(5)]
        failing = asyncio.run_coroutine_threadsafe(fail(), loop)
        got.append(repr(failing.exception(5)))
        sleeping = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
        got.append(sleeping.cancel())
        try:
            asyncio.run_coroutine_threadsafe(5, loop)
        except TypeError as error:
            got.append(str(error))
        return got

    print(await asyncio.to_thread(in_thread))
    await asyncio.sleep(0.01)
    print(len(asyncio.all_tasks()))


async def main():
    start = time.monotonic()
    for each in (
        timeouts, cancelled_while_timing_out, counting, shielded, waiting, gathered, from_threads,
    ):
        print("-", each.__name__)
        await each()
    print(time.monotonic() - start < 5)


asyncio.run(main())
