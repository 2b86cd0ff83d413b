import threading
with threading.Lock() as held:
    print(held)
with threading.RLock() as held:
    print(held)
with threading.Semaphore(1) as held:
    print(held)
