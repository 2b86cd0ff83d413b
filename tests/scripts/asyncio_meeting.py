"""Barriers, conditions, semaphores and queues under cancellation; runners."""
import asyncio


async def barriers():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    arrived = []

    async def come(name):
        async with barrier as place:
            arrived.append((name, place))

    await asyncio.gather(*(come(name) for name in "abc"))
    print(arrived)
    await asyncio.gather(*(come(name) for name in "def"))
    print(sorted(arrived))

    async def told():
        try:
            await barrier.wait()
        except asyncio.BrokenBarrierError as error:
            return repr(error)

    waiting = asyncio.create_task(told())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.reset()
    print(await waiting, barrier.broken)
    waiting = asyncio.create_task(told())
    await asyncio.sleep(0)
    await barrier.abort()
    print(await waiting, barrier.broken, await told())
    await barrier.reset()
    print(barrier.broken)
    waiting = asyncio.create_task(told())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.sleep(0)
    print(barrier.n_waiting, waiting.cancelled())
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


async def conditions():
    condition = asyncio.Condition()
    got = []

    async def wait(name):
        async with condition:
            try:
                await condition.wait()
            except asyncio.CancelledError:
                got.append((name, "cancelled", condition.locked()))
                raise
            got.append((name, "notified"))

    tasks = [asyncio.create_task(wait(name)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.001)
    async with condition:
        condition.notify(1)
    await asyncio.sleep(0.001)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(got)


async def semaphores():
    semaphore = asyncio.Semaphore(1)
    order = []

    async def use(name):
        async with semaphore:
            order.append(name)
            await asyncio.sleep(0)

    await semaphore.acquire()
    tasks = [asyncio.create_task(use(name)) for name in "abcd"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    semaphore.release()
    # Whoever comes now does not go before those that have waited.
    print(semaphore.locked())
    await use("late")
    await asyncio.gather(*tasks, return_exceptions=True)
    print(order, semaphore.locked())


async def queues():
    queue = asyncio.Queue(1)
    first, second = (asyncio.create_task(queue.get()) for _ in range(2))
    await asyncio.sleep(0)
    await queue.put(1)
    first.cancel()
    print(await second, first.cancelled() or first.cancelling())


async def callbacks():
    loop = asyncio.get_running_loop()
    told = []
    loop.set_exception_handler(lambda loop, context: told.append(repr(context["exception"])))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(told)
    loop.set_exception_handler(None)


async def main():
    for each in barriers, conditions, semaphores, queues, callbacks:
        print("-", each.__name__)
        await each()


async def value(of):
    await asyncio.sleep(0)
    return of


async def left_behind():
    async def forever():
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            print("cancelled at the end")
            raise

    asyncio.create_task(forever())
    await asyncio.sleep(0)


asyncio.run(main())
with asyncio.Runner() as runner:
    print(runner.run(value(1)), runner.run(value(2)))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
    runner.run(left_behind())
print(loop.is_closed())
try:
    runner.run(coroutine := value(3))
except RuntimeError as error:
    print(error)
    coroutine.close()
try:
    asyncio.run(5)
except ValueError as error:
    print(error)


async def runs_again():
    try:
        asyncio.run(coroutine := value(4))
    except RuntimeError as error:
        print(error)
        coroutine.close()


asyncio.run(runs_again())
