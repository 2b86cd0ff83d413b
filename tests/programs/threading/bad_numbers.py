import threading
import time


def attempt(function):
    try:
        print(function())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


NAN = float("nan")
for seconds in [1e10, -5e30, 9223372037, 10**30, 10**400, NAN, -2, "a", None]:
    lock = threading.Lock()
    attempt(lambda: lock.acquire(timeout=seconds))
    attempt(lambda: time.sleep(seconds))

for value in ["a", None, [], -1, -10**30]:
    attempt(lambda: threading.Semaphore(value))
for count in ["a", None, 0, -10**30]:
    attempt(lambda: threading.Semaphore().release(count))

taken = threading.Lock()
taken.acquire()
attempt(lambda: taken.acquire(timeout=1e10))

event = threading.Event()
attempt(lambda: event.wait(1e10))
attempt(lambda: event.wait("a"))
attempt(lambda: event.wait(-1e10))
event.set()
attempt(lambda: event.wait(1e10))

empty = threading.Semaphore(0)
attempt(lambda: empty.acquire(timeout=1e10))
attempt(lambda: empty.acquire(timeout=-1e10))
attempt(lambda: empty.acquire(False, 3))

many = threading.Semaphore(10**30)
print(many.acquire(), many.acquire(timeout=5))
