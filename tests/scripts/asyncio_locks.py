import asyncio


async def tried(*awaitables):
    for awaitable in awaitables:
        try:
            print(await awaitable if asyncio.iscoroutine(awaitable) or asyncio.isfuture(awaitable) else awaitable())
        except (Exception, asyncio.CancelledError) as error:
            print(type(error).__name__, error)


async def lock():
    lock, order = asyncio.Lock(), []
    await lock.acquire()

    async def take(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(take(n)) for n in range(4)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    lock.release()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(order, lock.locked())
    await tried(lock.release)
    timed = asyncio.Lock()
    await timed.acquire()
    await tried(asyncio.wait_for(timed.acquire(), 0.001))
    timed.release()
    print(timed.locked(), "unlocked" in repr(timed))


async def event():
    event = asyncio.Event()
    tasks = [asyncio.create_task(event.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(event.is_set(), "waiters:2" in repr(event))
    tasks[0].cancel()
    event.set()
    event.clear()
    print(await asyncio.gather(*tasks, return_exceptions=True), event.is_set())


async def condition():
    condition, out = asyncio.Condition(), []

    async def wait(n):
        async with condition:
            await condition.wait()
            out.append(n)

    tasks = [asyncio.create_task(wait(n)) for n in range(3)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    await asyncio.sleep(0.001)
    print(out)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(out, condition.locked())
    await tried(condition.notify, condition.wait())
    flag = []
    waiting = asyncio.create_task(wait_for(condition, flag))
    await asyncio.sleep(0)
    async with condition:
        flag.append("set")
        condition.notify()
    print(await waiting)


async def wait_for(condition, flag):
    async with condition:
        return await condition.wait_for(lambda: flag)


async def semaphore():
    semaphore, running, most = asyncio.Semaphore(2), 0, 0

    async def work():
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*[work() for _ in range(6)])
    print(most, semaphore.locked(), semaphore._value)
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    await tried(bounded.release, lambda: asyncio.Semaphore(-1))
    waiting = asyncio.create_task(asyncio.wait_for(take_twice(semaphore), 0.005))
    await tried(waiting)
    print(semaphore._value)


async def take_twice(semaphore):
    async with semaphore, semaphore, semaphore:
        pass


async def barrier():
    barrier = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*[barrier.wait() for _ in range(3)])), barrier.n_waiting, barrier.broken)
    waiting = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.reset()
    print([type(error).__name__ for error in await asyncio.gather(*waiting, return_exceptions=True)], barrier.broken)
    await barrier.abort()
    await tried(barrier.wait(), lambda: asyncio.Barrier(0))


async def queues():
    queue = asyncio.Queue(1)
    putting = asyncio.create_task(put_all(queue, 3))
    print([await queue.get() for _ in range(3)], await putting, queue.empty())
    await tried(lambda: queue.get_nowait(), lambda: queue.put_nowait(1), lambda: queue.put_nowait(2), lambda: queue.full(), lambda: [queue.task_done() for _ in range(9)])
    joined = asyncio.Queue()
    for n in range(2):
        joined.put_nowait(n)
    joining = asyncio.create_task(joined.join())
    await asyncio.sleep(0)
    print(joining.done())
    for _ in range(2):
        await joined.get()
        joined.task_done()
    print(await joining)
    getting = [asyncio.create_task(joined.get()) for _ in range(2)]
    await asyncio.sleep(0)
    getting[0].cancel()
    joined.put_nowait("x")
    print(await getting[1], getting[0].cancelled())


async def put_all(queue, count):
    for n in range(count):
        await queue.put(n)
    return "all"


async def main():
    for each in (lock, event, condition, semaphore, barrier, queues):
        print(f"-- {each.__name__}")
        await each()


asyncio.run(main())
