"""Sets items of one dict that all threads share."""

scores = {}


def task(worker, workers, n: int = 500_000):
    for i in range(n):
        scores[i & 255] = i
    return len(scores)
