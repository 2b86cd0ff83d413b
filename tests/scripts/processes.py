# Processes, what they are told and tell, and how they end.
import os
import sys
import time
from multiprocessing import (
    Array,
    Barrier,
    BoundedSemaphore,
    Condition,
    Event,
    JoinableQueue,
    Lock,
    Pipe,
    Process,
    Queue,
    RLock,
    Semaphore,
    SimpleQueue,
    TimeoutError,
    Value,
    active_children,
    cpu_count,
    current_process,
    parent_process,
)
from multiprocessing.connection import wait
from queue import Empty, Full


class Dog(Process):
    def __init__(self, name, results):
        super().__init__(name=name)
        self.results = results

    def run(self):
        self.results.put((self.name, current_process().name, parent_process().name))


def fail():
    raise ValueError("not today")


def leave(status):
    sys.exit(status)


def sleep_long():
    time.sleep(60)


def meet(barrier, results, number):
    barrier.wait()
    results.put(number)


def consume(tasks, total):
    while True:
        number = tasks.get()
        with total.get_lock():
            total.value += number
        tasks.task_done()


def wait_for(condition, ready, value):
    with condition:
        ready.release()
        condition.wait_for(lambda: value.value == 7)
        value.value += 1


def nested(lock, counter):
    with lock:
        with lock:
            counter.value += 1


def fill(array, start):
    for place in range(start, len(array), 2):
        array[place] = start + 1


def talk(connection):
    for word in iter(connection.recv, "end"):
        connection.send(word.upper())
    connection.close()


def tell(pipes, number):
    time.sleep(0.05 * number)
    pipes[number].send(number)


def grandchild(results):
    child = Process(target=results.put, args=("from far",))
    child.start()
    child.join()
    results.put(child.exitcode)


def main():
    print(cpu_count() >= 1, current_process().name, parent_process(), active_children())

    results = Queue()
    dog = Dog("Rex", results)
    print(dog.is_alive(), dog.exitcode, dog.pid, dog.daemon)
    dog.start()
    print(results.get())
    dog.join()
    print(dog.exitcode, dog.is_alive())

    processes = [Process(target=fail), Process(target=leave, args=(4,)), Process(target=leave, args=(None,))]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print([process.exitcode for process in processes])

    sleeper = Process(target=sleep_long, daemon=True)
    sleeper.start()
    sleeper.join(0.05)
    print(sleeper.is_alive(), sleeper.exitcode, len(active_children()))
    sleeper.terminate()
    sleeper.join()
    print(sleeper.exitcode, active_children())
    killed = Process(target=sleep_long)
    killed.start()
    killed.kill()
    killed.join()
    print(killed.exitcode)
    killed.close()
    try:
        killed.is_alive()
    except ValueError as error:
        print(error)

    barrier = Barrier(3)
    group = [Process(target=meet, args=(barrier, results, n)) for n in range(2)]
    for process in group:
        process.start()
    barrier.wait()
    print(sorted(results.get() for _ in range(2)))
    for process in group:
        process.join()

    tasks, total = JoinableQueue(), Value("i", 0)
    workers = [Process(target=consume, args=(tasks, total), daemon=True) for _ in range(2)]
    for worker in workers:
        worker.start()
    for number in range(1, 11):
        tasks.put(number)
    tasks.join()
    print(total.value)
    for worker in workers:
        worker.terminate()
        worker.join()

    condition, ready, value = Condition(), Semaphore(0), Value("i", 0)
    waiter = Process(target=wait_for, args=(condition, ready, value))
    waiter.start()
    ready.acquire()
    with condition:
        value.value = 7
        condition.notify()
    waiter.join()
    print(value.value)

    lock, counter = RLock(), Value("i", 0, lock=False)
    group = [Process(target=nested, args=(lock, counter)) for _ in range(3)]
    for process in group:
        process.start()
    for process in group:
        process.join()
    print(counter.value)

    array = Array("d", 6)
    group = [Process(target=fill, args=(array, start)) for start in range(2)]
    for process in group:
        process.start()
    for process in group:
        process.join()
    print(array[:], len(array), sum(array), array[-1], array[1:3])

    here, there = Pipe()
    talker = Process(target=talk, args=(there,))
    talker.start()
    there.close()
    for word in ["one", "two"]:
        here.send(word)
        print(here.recv(), here.poll())
    here.send("end")
    talker.join()
    try:
        here.recv()
    except EOFError:
        print("the end")
    print(here.closed, there.closed)

    pipes = [Pipe(duplex=False) for _ in range(3)]
    tellers = [Process(target=tell, args=([out for _, out in pipes], n)) for n in range(3)]
    for teller in tellers:
        teller.start()
    waiting, told = [source for source, _ in pipes], []
    while waiting:
        for ready_one in wait(waiting):
            told.append(ready_one.recv())
            waiting.remove(ready_one)
    print(sorted(told))
    print(wait([teller.sentinel for teller in tellers[:1]]) == [tellers[0].sentinel])
    for teller in tellers:
        teller.join()

    parent = Process(target=grandchild, args=(results,))
    parent.start()
    parent.join()
    print(sorted([results.get(), results.get()], key=str))

    small = Queue(1)
    small.put("full")
    try:
        small.put("more", timeout=0.01)
    except Full:
        print("full")
    print(small.get())
    try:
        small.get_nowait()
    except Empty:
        print("empty")
    simple = SimpleQueue()
    simple.put([1, {"two": 3}])
    print(simple.empty(), simple.get(), simple.empty())

    event = Event()
    print(event.is_set(), event.wait(0.01))
    event.set()
    print(event.wait(), event.is_set())
    bounded = BoundedSemaphore(1)
    bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    plain = Lock()
    print(plain.acquire(), plain.acquire(False), plain.acquire(timeout=0.01))
    plain.release()


if __name__ == "__main__":
    main()
