"""What lock_tests check: of locks, conditions, semaphores, events and barriers."""
import threading
import time


def run(*functions, count=1):
    threads = [threading.Thread(target=function) for function in functions for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


for kind in (threading.Lock, threading.RLock):
    lock = kind()
    print(repr(lock).split(" at ")[0].startswith("<unlocked"), lock.acquire(), repr(lock).startswith("<locked"))
    got = []
    run(lambda: got.append(lock.acquire(blocking=False)), lambda: got.append(lock.acquire(timeout=0.01)))
    print(got, lock.acquire(False) if kind is threading.RLock else None)
    lock.release()
    tried(lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-5))
    with threading.Lock() as value:
        print(value)

reentrant = threading.RLock()
with reentrant:
    with reentrant:
        run(lambda: tried(reentrant.release))
tried(reentrant.release)

condition, order = threading.Condition(), []


def waiter():
    with condition:
        order.append(condition.wait(5))


threads = [threading.Thread(target=waiter) for _ in range(3)]
for thread in threads:
    thread.start()
while True:
    with condition:
        if len(condition._waiters) == 3:
            break
with condition:
    condition.notify(2)
while len(order) < 2:
    time.sleep(0.001)
print(order)
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
with condition:
    print(order, condition.wait(0.01), condition.wait_for(lambda: False, 0.01), condition.wait_for(lambda: 7))
tried(condition.wait, condition.notify, condition.notify_all, lambda: condition.release())
shared = threading.Lock()
first, second = threading.Condition(shared), threading.Condition(lock=shared)
with first:
    print(shared.locked(), second.acquire(False), first._is_owned())

semaphore = threading.Semaphore(2)
print([semaphore.acquire(False) for _ in range(3)], semaphore.acquire(timeout=0.001))
semaphore.release(3)
print(semaphore._value)
tried(lambda: threading.Semaphore(-1), lambda: semaphore.release(0), lambda: semaphore.acquire(False, 1))
bounded = threading.BoundedSemaphore(2)
bounded.acquire()
bounded.release()
tried(bounded.release, lambda: bounded.release(n=2))

event = threading.Event()
got = []
waiting = threading.Thread(target=lambda: got.append(event.wait()))
waiting.start()
event.set()
waiting.join()
print(got, event.wait(0), event.clear(), event.is_set(), event.wait(0.001))

passed = []
barrier = threading.Barrier(3, action=lambda: passed.append("open"))
run(lambda: passed.append(barrier.wait()), count=3)
print(passed[0], sorted(passed[1:]), barrier.parties, barrier.n_waiting, barrier.broken)


def hurt():
    try:
        barrier.wait(0.01)
    except threading.BrokenBarrierError as error:
        passed.append(type(error).__name__)


passed.clear()
run(hurt, count=2)
print(passed, barrier.broken)
barrier.reset()
print(barrier.broken)
barrier.abort()
tried(barrier.wait)
tried(lambda: threading.Barrier(1, timeout=1).wait())
bad = threading.Barrier(1, action=lambda: 1 / 0)
tried(bad.wait, lambda: bad.broken)
timer = threading.Timer(30, print)
timer.start()
timer.cancel()
timer.join()
print(timer.finished.is_set(), timer.is_alive(), timer.interval)
