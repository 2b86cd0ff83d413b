"""Fills its own dict with a million keys."""


def task(worker, workers, n: int = 1_000_000):
    squares = {}
    for i in range(n):
        squares[i] = i * i
    return len(squares)
