"""ThreadPoolExecutor and its futures."""
import threading
import time
from concurrent.futures import (
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    CancelledError,
    Future,
    ThreadPoolExecutor,
    as_completed,
    wait,
)


def slow(number):
    time.sleep(number / 50)
    return number


def fail(text):
    raise ValueError(text)


with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(slow, [3, 1, 2, 0])))
    print(list(pool.map(pow, [2, 3], [5, 2])))
    futures = {pool.submit(slow, number): number for number in (15, 1, 7)}
    print([futures[future] for future in as_completed(futures)])
    failed = pool.submit(fail, "no")
    try:
        failed.result()
    except ValueError as error:
        print(repr(error), failed.exception() is error, failed.done(), failed.running())
    try:
        list(pool.map(fail, ["first", "second"]))
    except ValueError as error:
        print(error)
    late = pool.submit(slow, 10)
    try:
        late.result(timeout=0.01)
    except TimeoutError as error:
        print("too late", repr(str(error)))
    called = []
    late.add_done_callback(lambda future: called.append(future.result()))
    print(late.result(), called)

try:
    pool.submit(slow, 1)
except RuntimeError as error:
    print(error)

with ThreadPoolExecutor(1) as pool:
    first = pool.submit(slow, 20)
    second = pool.submit(slow, 1)
    while not first.running():
        time.sleep(0.001)
    print(second.cancel(), second.cancelled(), first.cancel())
    try:
        second.result()
    except CancelledError as error:
        print(repr(error))
    done, not_done = wait([first, second])
    print(len(done), len(not_done))

with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(slow, number) for number in (1, 70)]
    done, not_done = wait(futures, return_when=FIRST_COMPLETED)
    print(len(done), len(not_done), futures[0] in done)
    done, not_done = wait(futures, timeout=0.01)
    print(len(done), len(not_done))
    bad = pool.submit(fail, "bad")
    result = wait([bad, futures[1]], return_when=FIRST_EXCEPTION)
    print(bad in result.done, len(result.not_done))
    try:
        for future in as_completed([futures[1]], timeout=0.01):
            pass
    except TimeoutError as error:
        print(error)

names = set()


both = threading.Barrier(2)


def name(_):
    both.wait()
    names.add(threading.current_thread().name)


with ThreadPoolExecutor(2, thread_name_prefix="cook") as pool:
    list(pool.map(name, range(6)))
print(sorted(names))

local = []


def prepare(value):
    local.append(value)


with ThreadPoolExecutor(1, initializer=prepare, initargs=("ready",)) as pool:
    print(pool.submit(lambda: list(local)).result())

for wrong in (0, -1):
    try:
        ThreadPoolExecutor(wrong)
    except ValueError as error:
        print(error)

future = Future()
print(future.done(), future.set_running_or_notify_cancel(), future.running())
future.set_result(42)
print(future.result(), future.done())

# One that nobody shuts down still does its work at the end.
open_pool = ThreadPoolExecutor(2)
for number in range(3):
    open_pool.submit(lambda number: print("at the end", number) if number == 2 else None, number)
time.sleep(0.05)
