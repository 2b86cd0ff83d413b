"""Fills a list and a dict of its own: the control, in which threads share nothing."""


def task(worker, workers, n: int = 500_000):
    results = []
    scores = {}
    for i in range(n):
        results.append(i)
        scores[i & 255] = i
    return len(results) + len(scores)
