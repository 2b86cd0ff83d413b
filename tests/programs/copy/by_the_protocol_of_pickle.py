"""What `copy` asks of objects is what `pickle` asks."""

import copy
import copyreg
import threading
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import datetime, timedelta
from functools import partial


class State:
    def __init__(self):
        self.a, self.lock = [1], threading.Lock()

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = "new"


one = State()
two = copy.copy(one)
print(two.a is one.a, two.lock)
two = copy.deepcopy(one)
print(two.a is one.a, two.a == one.a, two.lock)


class Reduced:
    def __init__(self, a):
        self.a = a

    def __reduce__(self):
        print("reduce")
        return Reduced, (self.a,)


one = Reduced([1])
print(copy.copy(one).a is one.a, copy.deepcopy(one).a is one.a)


class Single:
    def __reduce__(self):
        return "SINGLE"


SINGLE = Single()
print(copy.copy(SINGLE) is SINGLE, copy.deepcopy([SINGLE])[0] is SINGLE)


class Registered:
    def __init__(self, n):
        self.n = n


copyreg.pickle(Registered, lambda registered: (Registered, (registered.n + 1,)))
print(copy.copy(Registered(1)).n, copy.deepcopy(Registered(5)).n)

P = namedtuple("P", "x y")
for value in [deque([[1]], 3), OrderedDict(a=[1]), defaultdict(list, {1: [2]}), Counter("aab"), P([1], 2), datetime(2024, 1, 2), timedelta(3), range(3)]:
    shallow, deep = copy.copy(value), copy.deepcopy(value)
    print(shallow == value, deep == value, type(deep) is type(value))
one = deque([[1]], 3)
print(copy.copy(one)[0] is one[0], copy.deepcopy(one)[0] is one[0], copy.deepcopy(one).maxlen)
one = partial(max, [1])
print(copy.copy(one).args[0] is one.args[0], copy.deepcopy(one).args[0] is one.args[0])

error = ValueError("x", [1])
error.more = [2]
two = copy.copy(error)
print(repr(two), two.args[1] is error.args[1], two.more is error.more)
two = copy.deepcopy(error)
print(repr(two), two.args[1] is error.args[1], two.more is error.more, two.more)


class Node:
    def __init__(self):
        self.next = self


node = copy.deepcopy(Node())
print(node.next is node)
pair = ([],)
pair[0].append(pair)
again = copy.deepcopy(pair)
print(again[0][0] is again, again is pair)
shared = [1]
again = copy.deepcopy([shared, shared])
print(again[0] is again[1], again[0] is shared)
print(copy.deepcopy(node.__init__).__self__ is node, copy.deepcopy(len) is len, copy.copy(Node) is Node)
for wrong in (threading.Lock(), (i for i in ())):
    for way in (copy.copy, copy.deepcopy):
        try:
            way(wrong)
        except TypeError as error:
            print(error)
try:
    copy.deepcopy({"a": [threading.Lock()]})
except TypeError as error:
    print(error)
