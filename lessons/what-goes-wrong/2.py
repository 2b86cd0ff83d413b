"""A lock of your own

The same program, with a lock around the two steps that belong together.

What does it print now?
- 40,000, under both *
- less without the GIL

Only one thread at a time is between reading and writing. That is right under both Pythons, and it has a
price: look at how long they wait for the lock.

See: free-threaded, locked: The price: it waits for the lock that the other one holds.

Change: with lock: -> if True:
Without it the last step's fault is back.
"""
import threading

counter = 0
lock = threading.Lock()


def one():
    return 1


def add():
    global counter
    for _ in range(20_000):
        with lock:
            counter = counter + one()


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{counter:,} of 40,000")
