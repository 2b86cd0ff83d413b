"""Makes and drops a tuple a million times."""


def task(worker, workers, n: int = 1_000_000):
    total = 0
    for i in range(n):
        pair = (i, total)
        total += len(pair)
    return total
