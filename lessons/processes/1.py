"""A Python of its own for each

Two processes count down. Each has its own interpreter, with its own GIL.

With the GIL, do they run at the same time?
- no, one at a time
- yes *

Each holds a lock that nobody else wants. In the timeline both run at once. Before that they had to start,
which takes longer than for a thread.

See: gil, running: It has a lock of its own, and nobody makes it wait.

Change: Pool = ProcessPoolExecutor -> Pool = ThreadPoolExecutor
Threads start at once, and then take turns.
"""
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

Pool = ProcessPoolExecutor


def count_down(n):
    while n > 0:
        n -= 1
    return "done"


if __name__ == "__main__":
    with Pool(2) as pool:
        print(*pool.map(count_down, [15_000_000, 15_000_000]))
