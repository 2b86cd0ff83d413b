"""One worker waits for I/O again and again while the others compute. Look at the timeline: under
the GIL waiting and computing overlap, but each time worker 0 comes back it finds the lock taken,
and waits a whole switch interval to do some microseconds of work.

This is the convoy effect. A shorter switch interval lets worker 0 in sooner, and costs the others
more. time.sleep stands for the I/O: like it, it lets the lock go.
"""

import time


def wait_for_io(requests):
    for _ in range(requests):
        time.sleep(0.001)


def countdown(n):
    while n > 0:
        n -= 1


def task(worker, workers, n: int = 20_000_000, requests: int = 40):
    if worker == 0:
        wait_for_io(requests)
        if workers > 1:
            return requests
    # The others share n; a single worker does everything.
    first = 1 if workers > 1 else 0
    counting = workers - first
    share = n * (worker - first + 1) // counting - n * (worker - first) // counting
    countdown(share)
    return share
