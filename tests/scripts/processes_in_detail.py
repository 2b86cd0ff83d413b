# Each function is a program of its own.
import multiprocessing as mp
import os
import queue
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def square(x):
    return x * x


def add(a, b):
    return a + b


def fail(x):
    raise ValueError(f"bad {x}")


def leave(status):
    sys.exit(status)


def put(q, items):
    for item in items:
        q.put(item)


def grow(value, lock, count):
    for _ in range(count):
        with lock:
            value.value += 1


def fill(array, start):
    for at in range(len(array)):
        array[at] = start + at


def echo(pipe):
    while True:
        message = pipe.recv()
        if message is None:
            break
        pipe.send(message * 2)
    pipe.close()


def set_up(value):
    global SHARED
    SHARED = value


def shared(x):
    return SHARED + x


def signal_and_wait(ready, go):
    ready.set()
    go.wait()


class Worker(mp.Process):
    def __init__(self, number, results):
        super().__init__(name=f"worker-{number}")
        self.number, self.results = number, results

    def run(self):
        self.results.put((self.name, self.number * 10))


def life():
    process = mp.Process(target=square, args=(3,), name="mine", daemon=True)
    print(process.name, process.daemon, process.is_alive(), process.exitcode, process.pid)
    process.start()
    process.join()
    print(process.is_alive(), process.exitcode, process.pid != os.getpid())
    for status in (0, 3, "text", None):
        process = mp.Process(target=leave, args=(status,))
        process.start()
        process.join()
        print(status, process.exitcode)
    process = mp.Process(target=time.sleep, args=(30,))
    process.start()
    process.join(0.05)
    print(process.is_alive(), process in mp.active_children())
    process.terminate()
    process.join()
    print(process.exitcode)
    try:
        process.start()
    except AssertionError as error:
        print(error)
    print(mp.current_process().name, mp.parent_process())


def queues():
    q = mp.Queue()
    processes = [mp.Process(target=put, args=(q, [number, str(number)])) for number in range(3)]
    for process in processes:
        process.start()
    found = [q.get() for _ in range(6)]
    for process in processes:
        process.join()
    print(sorted(map(str, found)), q.empty())
    try:
        q.get(timeout=0.01)
    except queue.Empty:
        print("empty")
    try:
        q.get_nowait()
    except queue.Empty:
        print("empty")
    small = mp.Queue(1)
    small.put(1)
    time.sleep(0.05)
    try:
        small.put(2, timeout=0.01)
    except queue.Full:
        print("full", small.full())
    print(small.get())


def pipes():
    here, there = mp.Pipe()
    process = mp.Process(target=echo, args=(there,))
    process.start()
    for message in ("ab", [1, 2], 2.5):
        here.send(message)
        print(here.recv(), here.poll())
    here.send(None)
    process.join()
    print(process.exitcode)


def sharing():
    value, lock = mp.Value("i", 0), mp.Lock()
    processes = [mp.Process(target=grow, args=(value, lock, 50)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(value.value)
    array = mp.Array("d", 4)
    process = mp.Process(target=fill, args=(array, 1.5))
    process.start()
    process.join()
    print(array[:], len(array), list(array))


def events():
    ready, go = mp.Event(), mp.Event()
    process = mp.Process(target=signal_and_wait, args=(ready, go))
    process.start()
    print(ready.wait(10), process.is_alive())
    go.set()
    process.join()
    print(process.exitcode)


def pools():
    with mp.Pool(2) as pool:
        print(pool.map(square, range(6)), pool.apply(add, (1, 2)), pool.starmap(add, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, range(4))), sorted(pool.imap_unordered(square, range(4))))
        result = pool.apply_async(square, (7,))
        print(result.get(), result.ready(), result.successful())
        got = []
        pool.map_async(square, [1, 2], callback=got.append).wait()
        time.sleep(0.02)
        print(got)
        try:
            pool.apply(fail, (1,))
        except ValueError as error:
            print(error)
        print(pool.map(square, range(10), chunksize=3))
    pool = mp.Pool(1, initializer=set_up, initargs=(100,))
    print(pool.map(shared, [1, 2]))
    pool.close()
    pool.join()
    try:
        pool.map(square, [1])
    except ValueError as error:
        print(error)


def executors():
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(square, range(5))), pool.submit(add, 2, b=3).result())
        future = pool.submit(fail, 2)
        print(type(future.exception()).__name__, future.exception())
        print(list(pool.map(add, range(4), range(4), chunksize=2)))


def subclasses():
    results = mp.Queue()
    workers = [Worker(number, results) for number in range(3)]
    for worker in workers:
        worker.start()
    found = sorted(results.get() for _ in workers)
    for worker in workers:
        worker.join()
    print(found)


def managers():
    with mp.Manager() as manager:
        table, items = manager.dict(a=1), manager.list([1, 2])
        table["b"] = 2
        items.append(3)
        print(sorted(table.items()), list(items), len(items), dict(table.copy()))
        space = manager.Namespace(x=1)
        space.y = 2
        print(space.x + space.y)


if __name__ == "__main__":
    for program in (life, queues, pipes, sharing, events, pools, executors, subclasses, managers):
        print("#", program.__name__)
        program()
