import threading
lock = threading.Lock()
with lock:
    print("in")
lock.release()
