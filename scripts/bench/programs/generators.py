"""Generators in a chain: each takes from the one before it, and a generator expression sums up."""


def numbers(n):
    value = 1
    for _ in range(n):
        value = (value * 1_103 + 12_345) % 65_536
        yield value


def odd(values):
    for value in values:
        if value % 2 == 1:
            yield value


def running_total(values):
    total = 0
    for value in values:
        total += value
        yield total


def pairs(values):
    first = None
    for value in values:
        if first is None:
            first = value
        else:
            yield first, value
            first = None


def batches(values, size):
    batch = []
    for value in values:
        batch.append(value)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def task(worker, workers, n: int = 400_000):
    chain = pairs(running_total(odd(numbers(n))))
    differences = (later - earlier for earlier, later in chain)
    return sum(max(batch) - min(batch) for batch in batches(differences, 10))
