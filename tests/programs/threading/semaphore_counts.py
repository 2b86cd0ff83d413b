import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(False),
      s.acquire(timeout=0.01))
print(s.release(), s.acquire(blocking=False), s.acquire(blocking=False))
s.release()
s.release()
with s:
    with s:
        print("both", s.acquire(blocking=False))
s.release(3)
print([s.acquire(blocking=False) for _ in range(6)])
print(threading.Semaphore().acquire(blocking=False), threading.Semaphore(0).acquire(blocking=False))
try:
    threading.Semaphore(-1)
except ValueError as e:
    print(e)
