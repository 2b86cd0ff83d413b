"""What a program does not come to harms nobody."""

import math
from math import *
from string import *
print(sqrt(4), pi, digits)
try:
    import numpy as np
except ImportError as e:
    np = None
    print(e, type(e).__name__)
print(np)
if False:
    import socket
    import os
    os.fork()
    math.foo()
    def f(): return f.__code__
    x.__bases__ = 3
class A:
    def __div__(self, o): return "div"
    def __length_hint__(self): return 3
    __foo__ = 4
print(A().__div__(2), A.__foo__, list(A()) if False else "ok")
try:
    A().__bar__
except AttributeError as e: print(e)
try:
    from . import x
except ImportError as e: print(e)
def g():
    import foo.bar
    return foo
try: g()
except ModuleNotFoundError as e: print(e, e.name)
