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


def format_tb(tb, limit=None):
    lines = []
    while tb is not None:
        code = tb.tb_frame.f_code
        lines.append(f'  File "{code.co_filename}", line {tb.tb_lineno}, in {code.co_name}\n')
        tb = tb.tb_next
    return lines


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb)), end="", file=sys.stderr if file is None else file)
