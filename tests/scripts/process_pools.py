# Pools of processes, and of threads, of both kinds.
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Pool, TimeoutError, current_process
from multiprocessing.pool import ThreadPool

base = 10


def start(value):
    global base
    base = value


def add(number):
    return base + number


def power(number, exponent=2):
    return number**exponent


def fail(number):
    if number == 3:
        raise KeyError(number)
    return number


def nap(seconds):
    time.sleep(seconds)
    return seconds


def die():
    os._exit(3)


def main():
    with Pool(2, initializer=start, initargs=(100,)) as pool:
        print(pool.map(add, range(5)), pool.apply(power, (3,), {"exponent": 3}))
        print(pool.starmap(power, [(2, 3), (3, 2)]), list(pool.imap(add, range(4))))
        print(sorted(pool.imap_unordered(add, range(6), chunksize=2)))
        result = pool.apply_async(power, (5,))
        print(result.get(timeout=30), result.ready(), result.successful())
        got = []
        many = pool.map_async(power, range(4), callback=got.append)
        many.wait()
        print(many.get(), got)
        try:
            pool.map(fail, range(5))
        except KeyError as error:
            print("KeyError", error)
        slow = pool.apply_async(nap, (5,))
        try:
            slow.get(timeout=0.05)
        except TimeoutError:
            print("too slow")
    try:
        pool.map(add, [1])
    except ValueError as error:
        print(error)

    pool = Pool(2, maxtasksperchild=1)
    print(len(set(pool.map(pid_of, range(4), chunksize=1))))
    pool.close()
    pool.join()

    with ThreadPool(3) as threads:
        print(threads.map(lambda number: number * 2, range(5)), threads.apply(power, (4,)))

    with ProcessPoolExecutor(max_workers=2, initializer=start, initargs=(1000,)) as executor:
        futures = {executor.submit(add, number): number for number in range(4)}
        print(sorted(future.result() for future in as_completed(futures)))
        print(list(executor.map(power, range(6), [2] * 6, chunksize=4)))
        failing = executor.submit(fail, 3)
        print(type(failing.exception()).__name__, failing.done())
        try:
            executor.submit(lambda: 1).result()
        except Exception as error:
            print("not pickled")
    with ProcessPoolExecutor(max_workers=1) as broken:
        try:
            broken.submit(die).result()
        except BrokenProcessPool as error:
            print(error)
        try:
            broken.submit(add, 1)
        except BrokenProcessPool:
            print("broken")
    try:
        executor.submit(add, 1)
    except RuntimeError as error:
        print(error)


def pid_of(number):
    return os.getpid()


if __name__ == "__main__":
    main()
