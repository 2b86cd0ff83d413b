"""Nothing is shared

A process appends to a list of the program's. So would a thread.

What is in the list afterwards?
- what the process has put there
- nothing *

The process has a list of its own, which goes with it. What should come back has to be sent: as a result,
or through a queue.

See: gil, awaiting, MainThread: It waits for the process, which has a list of its own.

Change: Worker = multiprocessing.Process -> Worker = threading.Thread
A thread has the same list as everybody.
"""
import multiprocessing
import threading

Worker = multiprocessing.Process
found = []


def look():
    found.append("a shell")


if __name__ == "__main__":
    worker = Worker(target=look)
    worker.start()
    worker.join()
    print(found)
