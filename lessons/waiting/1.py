"""Waiting is not computing

Four threads wait for something that takes 0.1 s: a sleep stands for the network or a disk.

With the GIL, how long do all four take?
- 0.1 s *
- 0.4 s

Who waits lets the lock go first. So all four wait at the same time, and the GIL makes no difference.

See: gil, sleeping: All sleep at the same time: who sleeps does not hold the lock.

Change: time.sleep(0.1) -> count_down(3_000_000)
Now they compute, and with the GIL one waits for the other.
"""
import threading
import time


def count_down(n):
    while n > 0:
        n -= 1


def work():
    time.sleep(0.1)


start = time.perf_counter()
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{time.perf_counter() - start:.2f} s")
