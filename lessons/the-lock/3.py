"""More threads, the same core

Four threads share the work of one: each counts a quarter of the way.

With the GIL, how much faster are four threads than one?
- four times as fast
- twice as fast
- no faster *

One runs and three wait, in turns: on average one core is busy, however many you have. Without the GIL
as many run at once as there are cores.

See: gil, waiting: It stands in line while another one runs.

Change: THREADS = 4 -> THREADS = 16
With the GIL nothing changes but the length of the queue.
"""
import threading
import time

THREADS = 4
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
