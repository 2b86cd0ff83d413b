"""Interpreters with a lock each

Four interpreters of Python 3.14 (PEP 734) count, and four threads do; then each is given a lot of
data. Look for the arithmetic: interpreters run at once even with the GIL. With much data, copying
it takes that back.
"""
import time
from concurrent.futures import InterpreterPoolExecutor, ThreadPoolExecutor

DATA = list(range(50_000))


def count(n):
    while n > 0:
        n -= 1
    return n


def timed(what, pool, function, argument):
    list(pool.map(count, [1] * 4))
    start = time.perf_counter()
    list(pool.map(function, [argument] * 4))
    print(f"{what}: {1000 * (time.perf_counter() - start):.0f} ms")


if __name__ == "__main__":
    for Pool, name in (ThreadPoolExecutor, "threads"), (InterpreterPoolExecutor, "interpreters"):
        with Pool(4) as pool:
            timed(f"{name}, arithmetic", pool, count, 1_000_000)
            timed(f"{name}, much data", pool, len, DATA)
