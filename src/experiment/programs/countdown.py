"""Count down to zero: nothing but computation. Look for the threads with a GIL: two of them take
as long as one, since only the thread that holds the lock runs.

The program of Quan Nguyen's "Mastering Concurrency in Python", chapter 15, which counts down from
50,000,000: once, in two threads of 25,000,000, and in two processes of 25,000,000.
"""


def countdown(n):
    while n > 0:
        n -= 1


def task(worker, workers, n: int = 50_000_000):
    # This worker's part of n; the parts of all workers add up to n.
    share = n * (worker + 1) // workers - n * worker // workers
    countdown(share)
    return share
