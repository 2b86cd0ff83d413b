"""Adds to one global that all threads share."""

counter = 0


def task(worker, workers, n: int = 1_000_000):
    global counter
    for i in range(n):
        counter += 1
    return n
