import threading
lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
with lock:
    with lock:
        print("nested")
lock.release()
lock.release()
lock.release()
try:
    lock.release()
except RuntimeError as e:
    print(e)

def recursive(n):
    with lock:
        return 0 if n == 0 else n + recursive(n - 1)

print(recursive(5))
