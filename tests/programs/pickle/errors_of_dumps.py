"""What cannot be written."""

import pickle
import threading


def attempt(value):
    try:
        pickle.dumps(value)
        print("written")
    except Exception as error:
        kind = type(error).__name__
        # Python 3.14 says it in other words, and that it is a PicklingError, of what is local or not found.
        print(kind if kind == "TypeError" else "not found", error if kind == "TypeError" else "")


def make():
    def inner():
        pass

    class Inner:
        pass

    return inner, Inner


inner, Inner = make()


class WithLock:
    def __init__(self):
        self.lock = threading.Lock()


class Gone:
    pass


class Other:
    pass


first = Gone
del Gone
other = Other


class Other:
    pass


for value in [
    lambda: 0, inner, Inner, Inner(), threading.Lock(), threading.RLock(), (i for i in ()), threading.Event(), WithLock(),
    [1, {"a": WithLock()}], {1: 2}.keys(), first(), other(), property(), staticmethod(make), threading.Semaphore(),
]:
    attempt(value)


class Bad:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return self.value


for value in [5, (1, 2), (make, 2), (make,), (make, (), 1, 2, 3, 4, 5), (make, (), None, 5), (make, (), None, None, 5), None, "nowhere"]:
    try:
        pickle.dumps(Bad(value))
        print("written")
    except pickle.PicklingError:
        print("PicklingError")

deep = []
for _ in range(200000):
    deep = [deep]
try:
    pickle.dumps(deep)
except RecursionError as error:
    print(error)
