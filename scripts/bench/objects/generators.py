"""Makes, begins and drops a generator a million times."""


def count(begin):
    yield begin
    yield begin + 1


def task(worker, workers, n: int = 1_000_000):
    total = 0
    for i in range(n):
        total += next(count(1))
    return total
