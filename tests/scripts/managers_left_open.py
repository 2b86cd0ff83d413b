"""A manager that nobody shuts down ends with the program, and what it gives has the methods that it says."""

from multiprocessing import Array, Manager, Process, current_process
from multiprocessing.managers import BaseManager, BaseProxy
from multiprocessing.shared_memory import ShareableList
import logging
import os
import signal
import sys


class Counter:
    def __init__(self):
        self.count = 0

    def add(self, n):
        self.count += n
        return self.count

    def _hidden(self):
        return "hidden"


def squares():
    return (n * n for n in range(4))


class GeneratorProxy(BaseProxy):
    _exposed_ = ["__next__"]

    def __iter__(self):
        return self

    def __next__(self):
        return self._callmethod("__next__")


class Own(BaseManager):
    pass


Own.register("Counter", Counter)
Own.register("Shown", Counter, exposed=("add", "_hidden"))
Own.register("squares", squares, proxytype=GeneratorProxy)


def fill(results, counter, letters, shared, n):
    results[n] = counter.add(n)
    letters[n] = b"xyz"[n : n + 1]
    shared[n] = n * 1.5
    logging.basicConfig(stream=sys.stdout, format="%(processName)s %(message)s")
    logging.getLogger().warning("filled %s", current_process().name == logging.makeLogRecord({}).processName)


def stopped():
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    own = Own()
    own.start()
    counter, shown = own.Counter(), own.Shown()
    print(counter.add(1), shown.add(2), shown._hidden(), sorted(counter._exposed_), sorted(shown._exposed_))
    print(hasattr(counter, "_hidden"), hasattr(counter, "nothing"), list(own.squares()))
    manager = Manager()
    results, letters = manager.dict(), Array("c", b"abc")
    shared = ShareableList([0.0, 0.0, "text", b"bytes", None, True, 7])
    for n in range(2):
        process = Process(target=fill, args=(results, counter, letters, shared, n), name=f"filler {n}")
        process.start()
        process.join()
    print(results.copy(), letters.value, letters.raw, list(shared), len(shared), shared.index(7), shared.count(None))
    shared[2] = "new"
    try:
        shared[3] = b"too long a text for its place"
    except ValueError as error:
        print(error)
    print(shared[2], shared[-1], type(shared[5]).__name__)
    shared.shm.close()
    shared.shm.unlink()
    process = Process(target=stopped)
    process.start()
    process.join()
    print(process.exitcode)
    seen = []
    signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(signal.Signals(number).name))
    os.kill(os.getpid(), signal.SIGUSR1)
    print(seen)
