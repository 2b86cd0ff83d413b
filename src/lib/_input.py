"""`input`, which reads from whatever `sys.stdin` is now."""

import sys


def input(prompt="", /):
    if sys.stdin is None:
        raise RuntimeError("input(): lost sys.stdin")
    print(prompt, end="", flush=True)
    line = sys.stdin.readline()
    if not isinstance(line, str):
        raise TypeError("object.readline() returned non-string")
    if line == "":
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")
