"""An event loop, its tasks, and what they wait for."""
import asyncio, time
async def say(name, delay):
    await asyncio.sleep(delay)
    print(name)
    return name.upper()
async def main():
    t = time.perf_counter()
    print(await asyncio.gather(say("b", 0.2), say("a", 0.1)))
    print(time.perf_counter() - t < 5)
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.05)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e))
    task = asyncio.create_task(say("never", 10))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", repr(e), task.cancelled())
    print(await asyncio.to_thread(lambda: sum(range(10))))
    q = asyncio.Queue(2)
    async def prod():
        for i in range(5):
            await q.put(i)
        await q.put(None)
    async def cons():
        got = []
        while (item := await q.get()) is not None:
            got.append(item)
        return got
    _, got = await asyncio.gather(prod(), cons())
    print(got)
    for c in asyncio.as_completed([say("y", 0.1), say("x", 0.05)]):
        print("got", await c)
    lock = asyncio.Lock()
    async with lock:
        print(lock.locked())
    sem = asyncio.Semaphore(2)
    order = []
    async def w(i):
        async with sem:
            order.append(i)
            await asyncio.sleep(0.01)
    await asyncio.gather(*(w(i) for i in range(5)))
    print(order)
    res = await asyncio.gather(say("ok", 0), bad(), return_exceptions=True)
    print(res)
    try:
        await asyncio.gather(say("z", 0.01), bad())
    except ValueError as e:
        print(e)
    done, pending = await asyncio.wait([asyncio.create_task(say("1", 0.01)), asyncio.create_task(say("2", 1))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
async def bad():
    raise ValueError("bad")
asyncio.run(main())
