# What classes and modules of Python's own have in their `__dict__`.
import math
import sys
from collections import OrderedDict

print("from_bytes" in int.__dict__, "append" in list.__dict__, hasattr(int, "__dict__"), hasattr(list, "append"))
print(list.__dict__["append"].__name__, "nothing" in dict.__dict__)
print(hasattr(sys, "__dict__"), hasattr(sys, "__name__"), sys.__dict__["__name__"], "pi" in math.__dict__)
Made = type("Made", (), OrderedDict(a=1, b=2, c=3))
print([name for name in Made.__dict__ if not name.startswith("_")], Made.b)


def inner():
    class Point:
        @property
        def x(self):
            return 1

    return Point()


for change in (lambda: setattr(inner(), "x", 3), lambda: delattr(inner(), "x")):
    try:
        change()
    except AttributeError as error:
        print(error)
