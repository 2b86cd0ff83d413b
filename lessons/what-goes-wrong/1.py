"""Lost updates

Two threads add to one counter, 200,000 times each.

With the GIL, what does it print?
- 400,000
- less than that *

Between reading the counter and writing it, the lock may go to the other thread: what that one writes
meanwhile is overwritten. The GIL guards Python itself, not your program. Without it more is lost.

See: gil, waiting: It may wait here between reading the counter and writing it.

Change: counter = counter + one() -> counter += 1
With the GIL it is right now: the lock changes hands at calls and at the ends of loops only. Nothing
promises that, and without the GIL updates are still lost.
"""
import threading

counter = 0


def one():
    return 1


def add():
    global counter
    for _ in range(200_000):
        counter = counter + one()


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{counter:,} of 400,000")
