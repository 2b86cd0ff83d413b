"""Frames as objects: what they were when they were asked for."""

import builtins
from _builtins import globals as _globals
from _compiler import source_of as _source_of
from _sys import frames as _all


class frame:
    """A call of a function of the program, with the one that made it behind it."""

    f_trace = None
    f_trace_lines = True
    f_trace_opcodes = False

    def __init__(self, code, line, variables, back):
        self.f_code, self.f_lineno, self.f_back = code, line, back
        self.f_globals = _globals()
        self.f_locals = self.f_globals if variables is None else variables
        self.f_builtins = vars(builtins)

    def clear(self):
        raise RuntimeError("cannot clear an executing frame")

    def __repr__(self):
        code = self.f_code
        place = f"file {code.co_filename!r}, line {self.f_lineno}, code {code.co_name}"
        return f"<frame at {hex(id(self))}, {place}>"


def _getframe(depth=0, /):
    back, found = None, []
    for code, line, variables in reversed(_all()):
        back = frame(code, line, variables, back)
        found.append(back)
    if depth >= len(found):
        raise ValueError("call stack is not deep enough")
    return found[-1 - max(depth, 0)]


def _getframemodulename(depth=0):
    return "__main__" if depth < len(_all()) else None


def line_of(code, lineno):
    # The text of a line, without its margin; empty where nothing is known of it.
    lines = (_source_of(code.co_filename) or "").split("\n")
    return lines[lineno - 1].strip() if 0 < lineno <= len(lines) else ""
