"""Interpreters: in between

Since Python 3.14 one process can have several interpreters, each with a GIL of its own.

With the GIL, do two of them run at the same time?
- no, it is one process
- yes *

The lock belongs to the interpreter, not to the process. Like processes they share no objects; like threads
they start quickly, in the same memory.

See: gil, running: An interpreter with a lock of its own: nobody makes it wait.

Change: Pool = InterpreterPoolExecutor -> Pool = ProcessPoolExecutor
Processes do the same, after a longer start.
"""
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor

Pool = InterpreterPoolExecutor


def count_down(n):
    while n > 0:
        n -= 1
    return "done"


if __name__ == "__main__":
    with Pool(2) as pool:
        print(*pool.map(count_down, [15_000_000, 15_000_000]))
