"""Exceptions as Python prints them."""

import sys
from _traceback import text as _text

_GIVEN = object()


def _error(exc, value):
    if value is _GIVEN:
        if isinstance(exc, type):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc
    return value


def format_exception(exc, /, value=_GIVEN, tb=None, limit=None, chain=True):
    error = _error(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    return (_text(error, chain) + "\n").splitlines(True)


def format_exception_only(exc, /, value=_GIVEN):
    error = _error(exc, value)
    message = f"{error!s}"
    name = _name(type(error))
    lines = [f"{name}: {message}\n" if message else f"{name}\n"]
    return lines + [f"{note}\n" for note in getattr(error, "__notes__", [])]


def _name(kind):
    return kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), chain=chain))


def print_exception(exc, /, value=_GIVEN, tb=None, limit=None, file=None, chain=True):
    text = "".join(format_exception(exc, value, tb, limit, chain))
    print(text, end="", file=sys.stderr if file is None else file)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def _frames(tb, limit=None):
    """The file, line, function and source of each, as the machine writes them."""
    frames = []
    if tb is None:
        return frames
    for line in _text(Exception().with_traceback(tb), False).splitlines()[1:-1]:
        if line.startswith('  File "'):
            head, _, name = line.partition(", in ")
            file, _, number = head.partition(", line ")
            frames.append((file[8:-1], int(number), name, ""))
        elif line.startswith("  [Previous line repeated "):
            frames += [frames[-1]] * int(line.split()[3])
        elif frames and not frames[-1][3]:
            frames[-1] = (*frames[-1][:3], line.strip())
    if limit is None:
        return frames
    return frames[:limit] if limit >= 0 else frames[limit:]


def _shown(frames):
    lines = []
    for filename, lineno, name, line in frames:
        source = f"    {line}\n" if line else ""
        lines.append(f'  File "{filename}", line {lineno}, in {name}\n{source}')
    return lines


def format_tb(tb, limit=None):
    return _shown(_frames(tb, limit))


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), end="", file=sys.stderr if file is None else file)
