"""Five thousand tiny tasks

Two processes square 5,000 numbers: one number in each message, and 500 in each. Look for the
difference: it is the price of a message, as the work itself is next to nothing.
"""
import time
from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def timed(what, results):
    start = time.perf_counter()
    total = sum(results())
    print(f"{what}: {1000 * (time.perf_counter() - start):.0f} ms, sum {total:,}")


if __name__ == "__main__":
    numbers = range(5_000)
    timed("here", lambda: map(square, numbers))
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(square, range(2)))
        timed("one in each message", lambda: pool.map(square, numbers))
        timed("500 in each", lambda: pool.map(square, numbers, chunksize=500))
