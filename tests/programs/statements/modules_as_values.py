import math
import os.path
import random as r
import threading
import time

m = math
print(m.sqrt(16), m.pi == math.pi, m is math, math.__name__, type(math).__name__, r.__name__)
print(getattr(math, "floor")(2.5), getattr(math, "no" + "thing", "default"), hasattr(math, "ceil"), hasattr(time, "no" + "pe"))
name = "gcd"
print(getattr(m, name)(12, 18), callable(m.hypot), m.floor(3.7))


def use(module, function, *args):
    return getattr(module, function)(*args)


print(use(math, "pow", 2, 5), use(os.path, "join", "a", "b"), [module.__name__ for module in (math, time, threading)])
try:
    m.nothing
except AttributeError as error:
    print(error)

if True:
    import json as fast
else:
    fast = None
print(fast.dumps([1]))
try:
    import heapq as h
except ImportError:
    h = None
print(h.nsmallest(1, [3, 1]), h is not None)


class WithImport:
    import string

    digits = string.digits

    def letters(self):
        return self.string.ascii_lowercase[:3]


print(WithImport.digits, WithImport().letters(), WithImport.string.__name__)


def local():
    import math as mm

    inner = mm
    return inner.factorial(4)


def make_global():
    global bis
    import bisect as bis


make_global()
print(local(), bis.bisect([1, 2, 3], 2), "sqrt" in vars(math), "pi" in math.__dict__)
time_module = time
print(time_module.sleep(0), threading.current_thread() is getattr(threading, "main_thread")())
tools = {"math": math, "random": r}
print(sorted(tools), tools["math"].trunc(-1.5), tools["random"].Random(1).random() == r.Random(1).random())
