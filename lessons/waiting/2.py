"""A little of both

Each of four threads waits for an answer, then works on it. That is what a web server does.

With the GIL, what adds up?
- the waits
- the computing *
- both

The waits overlap; what is computed does not. In the timeline all sleep together, then they take turns.

See: gil, waiting: Its answer is there, but others compute first.

Change: WAIT = 0.05 -> WAIT = 0.25
The longer they wait, the less the GIL matters.
"""
import threading
import time

WAIT = 0.05


def handle():
    time.sleep(WAIT)
    n = 1_500_000
    while n > 0:
        n -= 1


start = time.perf_counter()
threads = [threading.Thread(target=handle) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{time.perf_counter() - start:.2f} s")
