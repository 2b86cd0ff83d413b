"""A thousand at once

A thousand tasks wait 0.1 s each. A task is an object, not a thread of the system.

How long do all of them take?
- not much longer than 0.1 s *
- about a second
- 100 s

A thousand waits cost next to nothing. Other languages give that to threads, too, and call them virtual: many
threads on few real ones.

See: gil, sleeping: One of a thousand that wait.

Change: asyncio.run(with_tasks()) -> with_threads()
A thousand threads. In CPython each is one of the system; here those that wait share a few. Under Advanced
they can be virtual altogether: as many carry them as there are cores.
"""
import asyncio
import threading
import time


async def with_tasks():
    await asyncio.gather(*[asyncio.sleep(0.1) for _ in range(1000)])


def with_threads():
    threads = [threading.Thread(target=time.sleep, args=(0.1,)) for _ in range(1000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


start = time.perf_counter()
asyncio.run(with_tasks())
print(f"{time.perf_counter() - start:.2f} s")
