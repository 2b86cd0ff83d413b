"""Warnings are told once each, on `stderr`."""

import sys
from _sys import caller

_told = []


def warn(message, category=None, stacklevel=1, source=None):
    line, _ = caller()
    name = (UserWarning if category is None else category).__name__
    if isinstance(message, Warning):
        name = type(message).__name__
    text = f"program.py:{line}: {name}: {message}\n"
    if text not in _told:
        _told.append(text)
        sys.stderr.write(text)


def filterwarnings(action, message="", category=None, module="", lineno=0, append=False):
    pass


def simplefilter(action, category=None, lineno=0, append=False):
    pass


def resetwarnings():
    pass


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=None, lineno=0, append=False):
        self._record = record

    def __enter__(self):
        return [] if self._record else None

    def __exit__(self, *info):
        pass
