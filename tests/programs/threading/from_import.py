from threading import Lock, RLock, Event, Semaphore, get_ident
locks = [Lock(), RLock(), Semaphore(3)]
for lock in locks:
    with lock:
        print("ok")
event = Event()
event.set()
print(event.wait(), get_ident() == get_ident(), Lock() is Lock())
