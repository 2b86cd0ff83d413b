from array import array
from collections import Counter, OrderedDict, defaultdict, deque
from functools import partial


class D(dict):
    pass


class L(list):
    pass


class I(int):
    pass


class S(str):
    pass


for call in (
    lambda: D() + 1,
    lambda: D() < 1,
    lambda: L() < 1,
    lambda: L() - 1,
    lambda: L() + 1,
    lambda: L([1]) < L(["x"]),
    lambda: I() + "x",
    lambda: I() < "x",
    lambda: S() - 1,
    lambda: S() + 1,
    lambda: 1 + D(),
    lambda: deque() < 3,
    lambda: array("i") < 3,
    lambda: partial(int) + 1,
    lambda: OrderedDict() + 1,
    lambda: defaultdict(int) + 1,
    lambda: Counter() + 1,
):
    try:
        print(call())
    except TypeError as error:
        print(error)
