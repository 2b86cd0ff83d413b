"""Two threads, one lock

Two threads count down. Each does the same work.

With the GIL, how long do both take together?
- as long as one of them
- twice as long as one of them *

Only the thread that holds the GIL runs. Without the
GIL both run at once.

See: gil, waiting: While the other thread has the lock, this one waits.

Change: THREADS = 2 -> THREADS = 1
One thread takes as long with the lock as without it: nobody else wants it.
"""
import threading
import time

THREADS = 2


def count_down(n):
    while n > 0:
        n -= 1


start = time.perf_counter()
threads = [threading.Thread(target=count_down, args=(5_000_000,)) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{THREADS} threads: {time.perf_counter() - start:.3f} s")
