"""Threads for what computes

What would block the loop goes to a thread: asyncio.to_thread. Two of them count down here.

With the GIL, do the two run at the same time?
- yes, they are threads
- no *

They are threads like others, and take turns with the GIL. But the loop stays free: it takes its turn, too.
Without the GIL both run at once.

See: gil, waiting: A thread like any other: it waits for its turn.

Change: asyncio.to_thread(count_down, 5_000_000) -> asyncio.sleep(0.1)
What only waits needs no thread.
"""
import asyncio


def count_down(n):
    while n > 0:
        n -= 1


async def main():
    await asyncio.gather(*[asyncio.to_thread(count_down, 5_000_000) for _ in range(2)])
    print("both are done")


asyncio.run(main())
