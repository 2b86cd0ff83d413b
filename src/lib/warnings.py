"""Warnings are told on `stderr`, each once for a place, as filters want it."""

import sys
from _sys import caller

filters = []
_told = set()
_DEFAULTS = [("default", None, DeprecationWarning), ("ignore", None, PendingDeprecationWarning), ("ignore", None, ImportWarning), ("ignore", None, ResourceWarning)]


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        name = self.category.__name__
        return (
            f"{{message : {self.message!r}, category : {name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )


def formatwarning(message, category, filename, lineno, line=None):
    return f"{filename}:{lineno}: {category.__name__}: {message}\n"


def showwarning(message, category, filename, lineno, file=None, line=None):
    (sys.stderr if file is None else file).write(formatwarning(message, category, filename, lineno, line))


_hooks = [showwarning]


def _action(text, category):
    for action, pattern, kind in filters + _DEFAULTS:
        if issubclass(category, kind) and (not pattern or text.lower().startswith(pattern.lower().rstrip(".*"))):
            return action
    return "default"


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    line, _ = caller()
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        kind = category.__name__ if isinstance(category, type) else type(category).__name__
        raise TypeError(f"category must be a Warning subclass, not '{kind}'")
    warn_explicit(message, category, "program.py", line)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    text = f"{message}"
    action = _action(text, category)
    if action == "error":
        raise message if isinstance(message, Warning) else category(message)
    if action == "ignore":
        return
    key = {"once": (text, category), "module": (text, category)}.get(action, (text, category, lineno))
    if action != "always" and action != "all":
        if key in _told:
            return
        _told.add(key)
    if not isinstance(message, Warning):
        message = category(message)
    _hooks[-1](message, category, filename, lineno)


def _add(item, append):
    if item[0] not in ("default", "error", "ignore", "always", "all", "module", "once"):
        raise ValueError(f"invalid action: {item[0]!r}")
    if item in filters:
        filters.remove(item)
    filters.insert(len(filters) if append else 0, item)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _add((action, message or None, category), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _add((action, None, category), append)


def resetwarnings():
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._given = record, None if action is None else (action, None, category)

    def __enter__(self):
        self._known, self._hook_count = list(filters), len(_hooks)
        if self._given is not None:
            _add(self._given, False)
        if not self._record:
            _hooks.append(_hooks[-1])
            return None
        caught = []

        def keep(message, category, filename, lineno, file=None, line=None):
            caught.append(WarningMessage(message, category, filename, lineno))

        _hooks.append(keep)
        # What was told before is told again here.
        self._told = set(_told)
        _told.clear()
        return caught

    def __exit__(self, *info):
        filters[:] = self._known
        del _hooks[self._hook_count :]
        if self._record:
            _told.clear()
            _told.update(self._told)


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    def decorate(function):
        def wrapper(*args, **kwargs):
            if category is not None:
                warn(message, category)
            return function(*args, **kwargs)

        wrapper.__name__, wrapper.__doc__ = function.__name__, function.__doc__
        return wrapper

    return decorate
