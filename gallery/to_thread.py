"""What computes, beside an event loop

Two computations: gathered as coroutines, then sent to threads. A clock ticks in the loop meanwhile.
Look for the ticks: a coroutine that computes keeps the loop, a thread does not. Faster it is only
without the GIL.
"""
import asyncio
import time

ticks = 0


def compute():
    n = 1_500_000
    while n > 0:
        n -= 1


async def coroutine():
    compute()


async def clock():
    global ticks
    while True:
        await asyncio.sleep(0.005)
        ticks += 1


async def main():
    ticking = asyncio.create_task(clock(), name="clock")
    for what, make in (("coroutines", coroutine), ("threads", lambda: asyncio.to_thread(compute))):
        before, start = ticks, time.perf_counter()
        await asyncio.gather(make(), make())
        print(f"{what}: {ticks - before} ticks in {1000 * (time.perf_counter() - start):.0f} ms")
    ticking.cancel()


asyncio.run(main())
