"""All workers add to one counter, and a lock guards it: look at what it costs that no update is lost.

Free-threaded threads now wait for each other at every step and may be slower than one thread alone.
Under the GIL the lock is nearly always free, since only one thread runs anyway.
"""

import threading

counter = 0
lock = threading.Lock()


def task(worker, workers, n: int = 500_000):
    global counter
    share = n * (worker + 1) // workers - n * worker // workers
    for _ in range(share):
        with lock:
            counter += 1
    return share


def summary(results):
    return f"counter = {counter:,} of {sum(results):,}"
