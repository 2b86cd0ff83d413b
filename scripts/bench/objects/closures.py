"""Makes, calls and drops a closure a million times."""


def task(worker, workers, n: int = 1_000_000):
    total = 0
    for i in range(n):

        def one():
            return i - i + 1

        total += one()
    return total
