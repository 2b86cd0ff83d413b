"""Appends to one list that all threads share."""

results = []


def task(worker, workers, n: int = 500_000):
    for i in range(n):
        results.append(i)
    return n
