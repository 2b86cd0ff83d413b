"""Adds to a global under one lock."""

import threading

lock = threading.Lock()
counter = 0


def task(worker, workers, n: int = 200_000):
    global counter
    for i in range(n):
        with lock:
            counter += 1
    return n
