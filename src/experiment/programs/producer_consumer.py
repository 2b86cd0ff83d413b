"""Worker 0 puts items into a queue and the others take them out: look at the timeline for who waits
for whom.

The queue has a lock inside, and who finds it empty sleeps until something comes. Which consumer gets
which item is up to chance. Processes cannot run this: each would have a queue of its own, and the
consumers would wait for ever.
"""

import queue

items = queue.Queue()
taken = []


def work(item):
    total = 0
    for i in range(200):
        total += item * i
    return total


def produce(n, consumers):
    for item in range(n):
        items.put(item)
    for _ in range(consumers):
        items.put(None)


def consume():
    count = 0
    item = items.get()
    while item is not None:
        work(item)
        count += 1
        item = items.get()
    taken.append(count)


def task(worker, workers, n: int = 20_000):
    if worker == 0:
        produce(n, max(workers - 1, 1))
    if worker > 0 or workers == 1:
        consume()
    return n


def summary(results):
    counts = ", ".join([f"{count:,}" for count in taken])
    return f"{sum(taken):,} items taken out: {counts}"
