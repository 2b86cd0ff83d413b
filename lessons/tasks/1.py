"""One thread, many tasks

Three tasks wait for answers of different length. There is only one thread.

How long do they take?
- as long as all waits together
- as long as the longest wait *

At each await a task says: I wait, let others go on. The loop wakes it when its time has come. In the
timeline each has a lane, and almost nobody runs.

See: gil, sleeping: It has said that it waits, and lets the others go on.

Change: fetch("news", 0.15) -> fetch("news", 0.05)
Only the longest counts.
"""
import asyncio
import time


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    start = time.perf_counter()
    found = await asyncio.gather(
        fetch("mail", 0.05),
        fetch("news", 0.15),
        fetch("maps", 0.1),
    )
    print(*found, f"in {time.perf_counter() - start:.2f} s")


asyncio.run(main())
