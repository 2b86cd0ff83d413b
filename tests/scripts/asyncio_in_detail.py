# Each coroutine is a program of its own.
import asyncio
import contextlib
import time


async def gathering():
    async def work(value, delay=0.001):
        await asyncio.sleep(delay)
        if value < 0:
            raise ValueError(value)
        return value

    print(await asyncio.gather(work(1, 0.003), work(2), work(3)), await asyncio.gather())
    print(await asyncio.gather(work(1), work(-1), work(2), return_exceptions=True))
    try:
        await asyncio.gather(work(-1), work(5, 0.002))
    except ValueError as error:
        print("gather", error)
    done, pending = await asyncio.wait([asyncio.create_task(work(1)), asyncio.create_task(work(2, 5))], timeout=0.02)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    print([await each for each in asyncio.as_completed([work(3, 0.02), work(4, 0.001)])])


async def cancelling():
    async def sleeper():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("cancelled", error.args)
            raise
        finally:
            print("finally")

    task = asyncio.create_task(sleeper(), name="sleeper")
    await asyncio.sleep(0)
    print(task.get_name(), task.cancel("why"), task.cancelling(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled(), task.done(), task.cancel())
    task = asyncio.create_task(sleeper())
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    print(task.cancelled())

    async def stubborn():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(10)
        return "survived"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.uncancel())


async def timeouts():
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError as error:
        print("late", repr(error))
    print(await asyncio.wait_for(asyncio.sleep(0, "in time"), 1), await asyncio.wait_for(asyncio.sleep(0, 5), None))
    try:
        async with asyncio.timeout(0.01) as scope:
            await asyncio.sleep(10)
    except TimeoutError:
        print(scope.expired())
    async with asyncio.timeout(None) as scope:
        print(scope.when())
        scope.reschedule(asyncio.get_running_loop().time() + 10)
    print(scope.expired())
    inner = asyncio.ensure_future(asyncio.sleep(0.02, "kept"))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.001)
    except TimeoutError:
        print(inner.cancelled(), await inner)


async def groups():
    async def fail(text, delay=0):
        await asyncio.sleep(delay)
        raise ValueError(text)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(0, number)) for number in range(3)]
    print([task.result() for task in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            long = group.create_task(asyncio.sleep(10))
            group.create_task(fail("a"))
            group.create_task(fail("b"))
    except* ValueError as error:
        print(type(error).__name__, [str(each) for each in error.exceptions], long.cancelled())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(10))
            raise KeyError("body")
    except* KeyError as error:
        print(error.exceptions)


async def synchronising():
    lock, order = asyncio.Lock(), []

    async def critical(name):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)

    await asyncio.gather(critical("a"), critical("b"))
    print(order, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    event = asyncio.Event()
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    print(await waiter, event.is_set())
    semaphore = asyncio.Semaphore(2)
    async with semaphore, semaphore:
        print(semaphore.locked())
    try:
        asyncio.BoundedSemaphore(1).release()
    except ValueError as error:
        print(error)
    condition = asyncio.Condition()

    async def wait():
        async with condition:
            await condition.wait()
            return "told"

    tasks = [asyncio.create_task(wait()) for _ in range(2)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    print(await asyncio.gather(*tasks))
    barrier = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())))


async def queues():
    queue = asyncio.Queue(2)
    queue.put_nowait(1)
    await queue.put(2)
    print(queue.full(), queue.qsize(), queue.maxsize)
    for action in (lambda: queue.put_nowait(3), lambda: asyncio.Queue().get_nowait()):
        try:
            action()
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(type(error).__name__)
    print(await queue.get(), await queue.get(), queue.empty())
    queue.task_done()
    queue.task_done()
    await queue.join()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    heap, stack = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for number in (3, 1, 2):
        heap.put_nowait(number)
        stack.put_nowait(number)
    print([heap.get_nowait() for _ in range(3)], [stack.get_nowait() for _ in range(3)])

    async def produce(queue):
        for number in range(4):
            await queue.put(number)
        await queue.put(None)

    async def consume(queue):
        found = []
        while (item := await queue.get()) is not None:
            found.append(item)
        return found

    queue = asyncio.Queue(1)
    print((await asyncio.gather(produce(queue), consume(queue)))[1])


async def threads():
    print(await asyncio.gather(*[asyncio.to_thread(lambda n: time.sleep(0.05) or n, number) for number in range(3)]))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, pow, 2, 5))
    future = loop.create_future()
    loop.call_soon_threadsafe(future.set_result, "safe")
    print(await future)
    order = []
    loop.call_later(0.01, order.append, "later")
    loop.call_soon(order.append, "soon")
    handle = loop.call_later(0.005, order.append, "never")
    handle.cancel()
    await asyncio.sleep(0.03)
    print(order, handle.cancelled())


async def iterating():
    async def count(most):
        try:
            for number in range(most):
                yield number
                await asyncio.sleep(0)
        finally:
            print("closed")

    print([number async for number in count(3)], {n: n * n async for n in count(2)})
    async with contextlib.aclosing(count(5)) as numbers:
        async for number in numbers:
            if number == 1:
                break

    @contextlib.asynccontextmanager
    async def scope(name):
        print("enter", name)
        try:
            yield name.upper()
        finally:
            print("exit", name)

    async with scope("a") as a, scope("b") as b:
        print(a, b)
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(scope("c")))


async def misuse():
    task = asyncio.current_task()
    print(task in asyncio.all_tasks(), task.get_coro().__name__)
    try:
        asyncio.run(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)
    future = asyncio.get_running_loop().create_future()
    for action in (future.result, future.exception):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print(error)
    future.set_exception(ValueError("kept"))
    try:
        await future
    except ValueError as error:
        print(error, future.exception() is error)


for program in (gathering, cancelling, timeouts, groups, synchronising, queues, threads, iterating, misuse):
    print("#", program.__name__)
    asyncio.run(program())
try:
    asyncio.run(5)
except (ValueError, TypeError) as error:
    print(type(error).__name__)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
