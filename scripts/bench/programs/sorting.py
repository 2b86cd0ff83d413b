"""Sorting: tuples by their items, records by a key, words by length, and a merge of two lists."""


def made_up(n):
    value = 42
    records = []
    for i in range(n):
        value = (value * 69_069 + 1) % 4_294_967_296
        records.append((value >> 20, value % 97 / 4, f"item{value % 1_000}", i))
    return records


def merge(a, b):
    merged = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            merged.append(a[i])
            i += 1
        else:
            merged.append(b[j])
            j += 1
    return merged + a[i:] + b[j:]


def task(worker, workers, n: int = 15_000):
    records = made_up(n)
    by_items = sorted(records)
    by_weight = sorted(records, key=lambda record: (-record[1], record[2]))
    names = [record[2] for record in by_weight]
    names.sort(key=len, reverse=True)
    names[n // 2 :] = sorted(names[n // 2 :])
    merged = merge(sorted(records[: n // 2]), sorted(records[n // 2 :]))
    positions = [record[3] for record in by_weight]
    weighted = sum(place * position for place, position in enumerate(positions))
    return f"{merged == by_items} {by_items[n // 3]} {weighted} {names[0]} {names[-1]}"
