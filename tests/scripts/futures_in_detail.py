# Each function is a program of its own.
import concurrent.futures as futures
import threading
import time


def states():
    future = futures.Future()
    print(future.done(), future.running(), future.cancelled(), future.set_running_or_notify_cancel(), future.running(), future.cancel())
    future.set_result(5)
    print(future.result(), future.exception(), future.done())
    for action in (lambda: future.set_result(6), lambda: future.set_exception(ValueError())):
        try:
            action()
        except futures.InvalidStateError as error:
            print(type(error).__name__)
    future = futures.Future()
    print(future.cancel(), future.cancelled(), future.done(), future.set_running_or_notify_cancel())
    try:
        future.result()
    except futures.CancelledError as error:
        print(repr(error))
    try:
        futures.Future().result(timeout=0.01)
    except TimeoutError as error:
        print(repr(error))


def callbacks():
    future, got = futures.Future(), []
    future.add_done_callback(lambda f: got.append(("before", f.result())))
    future.set_result(1)
    future.add_done_callback(lambda f: got.append(("behind", f.result())))
    print(got)


def errors():
    with futures.ThreadPoolExecutor(2) as pool:
        future = pool.submit(lambda: 1 / 0)
        print(repr(future.exception()))
        try:
            future.result()
        except ZeroDivisionError as error:
            print(error)
        try:
            print(list(pool.map(lambda x: 10 // x, [5, 2, 0, 1])))
        except ZeroDivisionError as error:
            print("map", error)
    try:
        pool.submit(print)
    except RuntimeError as error:
        print(error)
    for count in (0, -1):
        try:
            futures.ThreadPoolExecutor(count)
        except ValueError as error:
            print(error)
    try:
        futures.ThreadPoolExecutor(1, initializer=5)
    except TypeError as error:
        print(error)


def waiting():
    gate = threading.Event()
    with futures.ThreadPoolExecutor(3) as pool:
        quick = pool.submit(pow, 2, 3)
        slow = pool.submit(gate.wait)
        done, rest = futures.wait([quick, slow], return_when=futures.FIRST_COMPLETED)
        print(done == {quick}, rest == {slow})
        done, rest = futures.wait([quick, slow], timeout=0.01)
        print(len(done), len(rest))
        try:
            for future in futures.as_completed([slow], timeout=0.01):
                print("never")
        except TimeoutError as error:
            print(error)
        gate.set()
        print([future.result() for future in futures.as_completed([slow])])
        bad = pool.submit(int, "x")
        done, rest = futures.wait([bad], return_when=futures.FIRST_EXCEPTION)
        print(len(done), futures.wait([]), futures.ALL_COMPLETED)


def cancelling():
    gate = threading.Event()
    pool = futures.ThreadPoolExecutor(1)
    running = pool.submit(gate.wait)
    waiting = [pool.submit(pow, number, 2) for number in range(3)]
    time.sleep(0.02)
    print(running.cancel(), waiting[0].cancel(), waiting[0].cancelled())
    threading.Timer(0.02, gate.set).start()
    pool.shutdown(wait=True, cancel_futures=True)
    print([future.cancelled() for future in waiting], running.result())


def mapping():
    with futures.ThreadPoolExecutor(4) as pool:
        print(list(pool.map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(pool.map(str, [])))
        found = pool.map(lambda x: time.sleep(x) or x, [0.03, 0.01, 0])
        print(list(found))
        try:
            list(pool.map(time.sleep, [0.2], timeout=0.01))
        except TimeoutError:
            print("late")


def initializers():
    local = threading.local()

    def begin(value):
        local.value = value

    with futures.ThreadPoolExecutor(2, thread_name_prefix="mine", initializer=begin, initargs=(9,)) as pool:
        print(set(pool.map(lambda _: local.value, range(4))), pool.submit(lambda: threading.current_thread().name.split("_")[0]).result())

    def fail():
        raise ValueError("no start")

    pool = futures.ThreadPoolExecutor(1, initializer=fail)
    future = pool.submit(print)
    try:
        future.result()
    except futures.BrokenExecutor as error:
        print(type(error).__name__)
    pool.shutdown()


def in_each_other():
    with futures.ThreadPoolExecutor(2) as pool:
        print(pool.submit(lambda: pool.submit(lambda: 7).result()).result())


for program in (states, callbacks, errors, waiting, cancelling, mapping, initializers, in_each_other):
    print("#", program.__name__)
    program()
