"""Dicts: counted in, grouped by setdefault, inverted, walked by items, and emptied by pop."""


def histogram(values):
    counts = {}
    for value in values:
        if value in counts:
            counts[value] += 1
        else:
            counts[value] = 1
    return counts


def grouped(counts):
    groups = {}
    for value, count in counts.items():
        groups.setdefault(count, []).append(value)
    return groups


def chain_length(links, start):
    seen = {}
    while start in links and start not in seen:
        seen[start] = len(seen)
        start = links[start]
    return len(seen)


def task(worker, workers, n: int = 250_000):
    values = [i * i % 4_093 for i in range(n)]
    counts = histogram(values)
    groups = grouped(counts)
    links = {value: (value * 31 + 7) % 4_093 for value in counts}
    longest = max(chain_length(links, value) for value in range(0, 4_093, 41))
    by_pair = {}
    for i in range(0, n - 1, 2):
        key = (values[i] % 100, values[i + 1] % 10)
        by_pair[key] = by_pair.get(key, 0) + 1
    total = 0
    for count in sorted(groups):
        for value in groups.pop(count):
            total += count * value
            del counts[value]
    return f"{total} {longest} {len(by_pair)} {max(by_pair.values())} {len(counts) + len(groups)}"
