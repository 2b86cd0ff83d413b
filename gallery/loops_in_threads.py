"""An event loop in each thread

Forty tasks compute a little and await, again and again: in one loop, then shared out over a loop in
each of several threads. Look for the time: one loop is one thread, and four loops are faster than
one only without the GIL.
"""
import asyncio
import threading
import time

TASKS = 40


async def serve():
    for _ in range(20):
        sum(n * n for n in range(600))
        await asyncio.sleep(0)


async def main(tasks):
    await asyncio.gather(*[serve() for _ in range(tasks)])


def run(loops):
    threads = [
        threading.Thread(target=lambda: asyncio.run(main(TASKS // loops)), name=f"loop {number}")
        for number in range(1, loops + 1)
    ]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{TASKS} tasks in {loops} loops: {1000 * (time.perf_counter() - start):.0f} ms")


for loops in (1, 2, 4):
    run(loops)
