"""A lock around everything

This program brings a lock of its own, and does all of its work with it.

Without the GIL, do its two threads run at the same time?
- yes, the GIL is gone
- no, one waits for the other *

A lock is a lock: who holds this one keeps the other from running, GIL or not. The timeline names the line
at which one waits, and who holds what it waits for.

See: free-threaded, locked: There is no GIL, but it waits for the lock of the program.

Change: with lock: -> if True:
Nothing here is shared, so no lock is needed. Without the GIL both run at once.
"""
import threading

lock = threading.Lock()


def work():
    with lock:
        n = 5_000_000
        while n > 0:
            n -= 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("both are done")
