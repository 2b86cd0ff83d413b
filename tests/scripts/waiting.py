"""Conditions, barriers, timers, semaphores and events."""
import threading
import time

condition = threading.Condition()
items = []


def consume(count):
    taken = []
    for _ in range(count):
        with condition:
            while not items:
                condition.wait()
            taken.append(items.pop(0))
    return taken


results = {}


def consumer():
    results["taken"] = consume(5)


thread = threading.Thread(target=consumer)
thread.start()
for number in range(5):
    with condition:
        items.append(number)
        condition.notify()
thread.join()
print(results)

with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: False, timeout=0.01), condition.wait_for(lambda: 7))
try:
    condition.wait()
except RuntimeError as error:
    print(error)
try:
    condition.notify()
except RuntimeError as error:
    print(error)

# A lock held twice is let go for the wait, and held twice again.
nested = threading.Condition()


def wake():
    with nested:
        nested.notify_all()


with nested:
    with nested:
        threading.Thread(target=wake).start()
        print(nested.wait(10))
    print("still held")

order = []
barrier = threading.Barrier(3, action=lambda: order.append("all"))


def meet(me):
    time.sleep(me * 0.01)
    barrier.wait()
    order.append("met")


threads = [threading.Thread(target=meet, args=(me,)) for me in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(order, barrier.parties, barrier.n_waiting, barrier.broken)
try:
    barrier.wait(0.01)
except threading.BrokenBarrierError:
    print("broken:", barrier.broken)
barrier.reset()
print(barrier.broken)
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print(repr(error))

fired = []
timer = threading.Timer(0.01, fired.append, args=["fired"])
timer.start()
timer.join()
cancelled = threading.Timer(30, fired.append, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
print(fired)

semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.01))
semaphore.release(2)
bounded = threading.BoundedSemaphore(1)
with bounded:
    print(bounded.acquire(False))
try:
    bounded.release()
except ValueError as error:
    print(error)

most = 0
inside = 0
guard = threading.Lock()
limit = threading.Semaphore(3)


def visit():
    global inside, most
    with limit:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.05)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(12)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most, inside)

event = threading.Event()
print(event.wait(0.01), event.is_set())
threading.Timer(0.01, event.set).start()
print(event.wait(10), event.is_set())

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
