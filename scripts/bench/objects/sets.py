"""Makes and drops a set a million times."""


def task(worker, workers, n: int = 1_000_000):
    total = 0
    for i in range(n):
        found = {i, total}
        total += len(found)
    return total
