"""An answer behind a computation

One thread answers: it waits 1 ms for a question, then needs the lock for a moment. Another one
computes. Look for how long an answer takes: with the GIL a switch interval longer than its wait,
without it hardly longer.
"""
import statistics
import sys
import threading
import time

is_over = False


def compute():
    n = 0
    while not is_over:
        n += 1


def answers(count):
    times = []
    for _ in range(count):
        start = time.perf_counter()
        time.sleep(0.001)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


print(f"alone: {answers(10):.1f} ms")
worker = threading.Thread(target=compute, name="compute")
worker.start()
for interval in (0.01, 0.005, 0.001):
    sys.setswitchinterval(interval)
    print(f"beside it, asking after {1000 * interval:.0f} ms: {answers(10):.1f} ms")
is_over = True
worker.join()
