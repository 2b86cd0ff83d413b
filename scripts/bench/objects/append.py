"""Appends to its own list a million times."""


def task(worker, workers, n: int = 1_000_000):
    numbers = []
    for i in range(n):
        numbers.append(i)
    return len(numbers)
