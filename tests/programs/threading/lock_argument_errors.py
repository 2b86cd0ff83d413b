import threading
lock = threading.Lock()
for f in (lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-5),
          lambda: lock.acquire("x", "y"), lambda: threading.Semaphore(1).acquire(False, 1)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
