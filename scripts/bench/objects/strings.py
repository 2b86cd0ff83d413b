"""Makes and drops a string of twenty characters a million times."""


def task(worker, workers, n: int = 1_000_000):
    total = 0
    for i in range(n):
        text = f"{i:020}"
        total += len(text)
    return total
