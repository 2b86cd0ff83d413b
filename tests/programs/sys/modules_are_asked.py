import math
import os
import sys

print(hasattr(sys, "version_info"), hasattr(sys, "no_such_thing"), hasattr(os, "cpu_count"), hasattr(os.path, "join"))
print(getattr(math, "pi", None), getattr(math, "no_such_thing", "default"), getattr(math, "sqrt")(16))
print(getattr(sys, "_is_gil_enabled", lambda: True)() in (True, False))


def asks(getattr):
    return getattr(1, "x")


print(asks(lambda a, b: (a, b)))
