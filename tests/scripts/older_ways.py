"""What older articles write: names that are deprecated now, pools of threads by another name, policies of loops."""

import asyncio
import multiprocessing
import os
import signal
import threading
import time
from multiprocessing.dummy import Pool as ThreadPool
from multiprocessing.dummy import Process as Dummy


class Worker(threading.Thread):
    def __init__(self, name, args=(), kwargs=None):
        threading.Thread.__init__(self, None, None, name, args, kwargs)
        self.setDaemon(True)
        self.result = None

    def run(self):
        self.result = self.getName(), self.isDaemon(), self._args

    def join(self, *args):
        threading.Thread.join(self, *args)
        return self.result


def counted(n):
    with lock:
        total.value += n


def init(shared):
    global total, lock
    total, lock = shared, multiprocessing.Lock()


def add(n):
    with total.get_lock():
        total.value += n


async def stops():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(0.01, signal.raise_signal, signal.SIGTERM)
    await stop.wait()
    return loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM)


if __name__ == "__main__":
    worker = Worker("old", (1, 2))
    worker.start()
    print(worker.join(), threading.currentThread().getName(), threading.activeCount())
    worker.setName("new")
    event, condition = threading.Event(), threading.Condition()
    event.set()
    with condition:
        condition.notifyAll()
    print(worker.name, event.isSet())

    pool = ThreadPool(4)
    print(pool.map(len, ["a", "bb", "ccc"]), pool.apply(max, (1, 2)))
    pool.close()
    pool.join()
    found = []
    dummy = Dummy(target=found.append, args=("by a thread",))
    dummy.start()
    dummy.join()
    print(found, dummy.exitcode)

    multiprocessing.set_start_method("spawn", force=True)
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError as error:
        print(error)
    context = multiprocessing.get_context("forkserver")
    print(multiprocessing.get_start_method(), context.get_start_method(), sorted(multiprocessing.get_all_start_methods()))
    try:
        multiprocessing.get_context("thread")
    except ValueError as error:
        print(error)
    shared = multiprocessing.Value("i", 0)
    with multiprocessing.Pool(2, init, (shared,)) as pool:
        pool.map(add, range(10))
    print(shared.value)
    print(multiprocessing.get_logger().name, multiprocessing.SUBDEBUG, multiprocessing.get_logger().propagate)

    loop = asyncio.get_event_loop_policy().new_event_loop()
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(asyncio.sleep(0, "by hand")))
    loop.close()
    asyncio.set_event_loop_policy(None)
    print(asyncio.run(stops()))
    with multiprocessing.Manager() as manager:
        value = manager.Value("i", 3)
        value.value += 1
        print(value.value)
    print(os.cpu_count() >= 1, len(os.getloadavg()), time.get_clock_info("monotonic").monotonic)
