"""All workers add to one counter without a lock: look at how many of their updates arrive, below
the bars.

Between reading the counter and writing it another thread may have written, and its update is lost.
Under the GIL that happens only where the lock may change hands, as at a call: counter + one() reads
before one() is called. A bare counter += 1 has no such place today, though nothing promises it.
Free-threaded threads lose updates everywhere. Processes have a counter of their own each, so the
main one stays 0.
"""

counter = 0


def one():
    return 1


def task(worker, workers, n: int = 3_000_000, call: bool = True):
    global counter
    share = n * (worker + 1) // workers - n * worker // workers
    if call:
        for _ in range(share):
            counter = counter + one()
    else:
        for _ in range(share):
            counter += 1
    return share


def summary(results):
    return f"counter = {counter:,} of {sum(results):,}"
