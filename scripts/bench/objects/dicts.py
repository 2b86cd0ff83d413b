"""Makes and drops a dict a million times."""


def task(worker, workers, n: int = 1_000_000):
    total = 0
    for i in range(n):
        entry = {"key": i}
        total += len(entry)
    return total
