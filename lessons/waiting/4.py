"""In line behind one that computes

One thread only answers: twenty times it waits 1 ms, and needs the lock for a moment. The other computes.

With the GIL, how long do the twenty answers take?
- about 20 ms
- about 120 ms *

Each time it comes back, the lock is held by the one that computes, and it waits 5 ms for its turn. That is
the convoy effect: the quick one goes at the pace of the slow one.

See: gil, waiting: It could answer, but waits for the one that computes.

Change: setswitchinterval(0.005) -> setswitchinterval(0.0005)
It asks sooner, and answers sooner. The price is more changes of the lock.
"""
import sys
import threading
import time

sys.setswitchinterval(0.005)
is_over = False


def compute():
    n = 0
    while not is_over:
        n += 1


def answer():
    global is_over
    start = time.perf_counter()
    for _ in range(20):
        time.sleep(0.001)
    print(f"20 answers in {1000 * (time.perf_counter() - start):.0f} ms")
    is_over = True


threads = [threading.Thread(target=compute), threading.Thread(target=answer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
