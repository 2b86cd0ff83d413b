"""Without the lock

Since Python 3.13 there is a build without a GIL. This is the first lesson's program.

How much faster are two threads without the GIL, on two cores?
- no faster
- about twice as fast *
- four times as fast

Nobody waits for a lock: both threads run from their beginning to their end, each on a core of its own.

See: free-threaded, running: Nobody waits: it runs from its beginning to its end.

Change: THREADS = 2 -> THREADS = 8
More threads than cores share the cores: there is no more to be had than the device has.
"""
import threading
import time

THREADS = 2
WORK = 10_000_000


def count_down(n):
    while n > 0:
        n -= 1


start = time.perf_counter()
threads = [threading.Thread(target=count_down, args=(WORK // THREADS,)) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{THREADS} threads: {time.perf_counter() - start:.3f} s")
