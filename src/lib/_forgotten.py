"""What is told of a coroutine that a statement makes and drops."""

import sys

_told = set()


def tell(name, line, text):
    place = name, line
    if place in _told:
        return
    _told.add(place)
    print(f"program.py:{line}: RuntimeWarning: coroutine '{name}' was never awaited\n  {text}", file=sys.stderr)
    print("RuntimeWarning: Enable tracemalloc to get the object allocation traceback", file=sys.stderr)
