# Each function is a program of its own.
import threading
import time


def lock_basics():
    lock = threading.Lock()
    print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
    lock.release()
    for action in (lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2), lambda: lock.acquire(timeout="x")):
        try:
            print(action())
        except (RuntimeError, ValueError, TypeError) as error:
            print(type(error).__name__, error)
    with lock:
        print(lock.locked())
    print(lock.locked())


def lock_from_another_thread():
    lock = threading.Lock()
    lock.acquire()
    thread = threading.Thread(target=lock.release)
    thread.start()
    thread.join()
    print(lock.locked())


def rlock():
    lock = threading.RLock()
    print(lock.acquire(), lock.acquire(), lock._is_owned() if hasattr(lock, "_is_owned") else True)
    lock.release()
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    found = []

    def other():
        found.append(lock.acquire(blocking=False))
        try:
            lock.release()
        except RuntimeError as error:
            found.append(str(error))

    with lock:
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    print(found)


def condition():
    condition = threading.Condition()
    for action in (condition.wait, condition.notify, condition.notify_all):
        try:
            action()
        except RuntimeError as error:
            print(error)
    with condition:
        print(condition.wait(0.01), condition.wait_for(lambda: False, 0.01), condition.wait_for(lambda: 5))
    items, got = [], []

    def consumer():
        with condition:
            while not items:
                condition.wait()
            got.append(items.pop(0))

    threads = [threading.Thread(target=consumer) for _ in range(3)]
    for thread in threads:
        thread.start()
    for item in "abc":
        with condition:
            items.append(item)
            condition.notify()
    for thread in threads:
        thread.join()
    print(sorted(got))


def semaphore():
    semaphore = threading.Semaphore(2)
    print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(timeout=0.01))
    semaphore.release(2)
    print(semaphore.acquire(False), semaphore.acquire(False), semaphore.acquire(False))
    bounded = threading.BoundedSemaphore(1)
    for make in (lambda: threading.Semaphore(-1), bounded.release, lambda: semaphore.release(0), lambda: semaphore.acquire(False, 1)):
        try:
            make()
        except ValueError as error:
            print(error)
    running, most = [0], [0]
    gate, lock = threading.Semaphore(2), threading.Lock()

    def work():
        with gate:
            with lock:
                running[0] += 1
                most[0] = max(most[0], running[0])
            time.sleep(0.01)
            with lock:
                running[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(most)


def event():
    event = threading.Event()
    print(event.is_set(), event.wait(0.01), event.set(), event.is_set(), event.wait(), event.clear(), event.is_set())


def barrier():
    def action():
        order.append("action")

    order = []
    barrier = threading.Barrier(3, action=action)
    found = []

    def work():
        found.append(barrier.wait())
        order.append("behind")

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sorted(found), order[0], barrier.n_waiting, barrier.parties, barrier.broken)
    barrier = threading.Barrier(2)
    try:
        barrier.wait(0.01)
    except threading.BrokenBarrierError as error:
        print(repr(error), barrier.broken)
    barrier.reset()
    print(barrier.broken)
    barrier.abort()
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        print("aborted")


def threads():
    thread = threading.Thread(target=print, args=("in", "thread"), kwargs={"sep": "-"}, name="worker", daemon=True)
    print(thread.name, thread.daemon, thread.ident, thread.is_alive())
    try:
        thread.join()
    except RuntimeError as error:
        print(error)
    thread.start()
    thread.join()
    for action in (thread.start, lambda: setattr(thread, "daemon", False) if thread.is_alive() else print("ended")):
        try:
            action()
        except RuntimeError as error:
            print(error)
    try:
        threading.current_thread().join()
    except RuntimeError as error:
        print(error)
    try:
        threading.Thread(group=1)
    except AssertionError as error:
        print(error)
    print(threading.main_thread() is threading.current_thread(), threading.main_thread().name, threading.active_count())
    threading.Thread(target=lambda: print(threading.current_thread().name)).start()
    time.sleep(0.02)

    class Counter(threading.Thread):
        def __init__(self, count):
            super().__init__(name=f"counter-{count}")
            self.count, self.total = count, 0

        def run(self):
            for number in range(self.count):
                self.total += number

    counters = [Counter(count) for count in (10, 100)]
    for counter in counters:
        counter.start()
    for counter in counters:
        counter.join()
    print([(counter.name, counter.total) for counter in counters])

    class Forgetful(threading.Thread):
        def __init__(self):
            pass

    try:
        Forgetful().start()
    except RuntimeError as error:
        print(error)


def excepthook():
    caught = []
    known = threading.excepthook
    threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
    thread = threading.Thread(target=lambda: 1 / 0, name="bad")
    thread.start()
    thread.join()
    threading.excepthook = known
    thread = threading.Thread(target=lambda: (_ for _ in ()).throw(SystemExit(3)))
    thread.start()
    thread.join()
    print(caught)


def local():
    data = threading.local()
    data.value = "main"
    found = []

    def work(value):
        found.append(hasattr(data, "value"))
        data.value = value
        time.sleep(0.005)
        found.append(data.value)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sorted(map(str, found)), data.value, data.__dict__)

    class Mine(threading.local):
        count = 5

        def __init__(self, start):
            self.start = start

    mine = Mine(7)
    mine.start = 8
    thread = threading.Thread(target=lambda: print(mine.start, mine.count))
    thread.start()
    thread.join()
    print(mine.start)


def timer():
    got = []
    timer = threading.Timer(0.01, got.append, ["rang"])
    timer.start()
    timer.join()
    other = threading.Timer(5, got.append, args=["never"])
    other.start()
    other.cancel()
    other.join()
    print(got)


for program in (lock_basics, lock_from_another_thread, rlock, condition, semaphore, event, barrier, threads, excepthook, local, timer):
    print("#", program.__name__)
    program()
