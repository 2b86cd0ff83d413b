import threading
lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False),
      lock.acquire(blocking=False), lock.acquire(timeout=0.01))
print(lock.release(), lock.locked(), lock.acquire(blocking=False), lock.release())
with lock:
    print("held", lock.locked())
print(lock.locked())
try:
    lock.release()
except RuntimeError as e:
    print(e)
try:
    with lock:
        1 / 0
except ZeroDivisionError:
    print("released", lock.locked())
