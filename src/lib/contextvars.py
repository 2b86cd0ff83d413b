"""Variables that have a value of their own in each thread and task."""

import _context
from _thread import values as _values_of_thread

# By which each thread has its context.
_KEY = object()


def _current():
    values = _values_of_thread()
    context = values.get(_KEY)
    if context is None:
        context = values[_KEY] = Context()
    return context


class Context:
    def __init__(self):
        self._data = {}
        self._is_entered = False

    def run(self, callable, /, *args, **kwargs):
        if self._is_entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        values = _values_of_thread()
        outer = values.get(_KEY)
        self._is_entered = True
        values[_KEY] = self
        try:
            return callable(*args, **kwargs)
        finally:
            values[_KEY] = outer
            self._is_entered = False

    def copy(self):
        made = Context()
        made._data = self._data.copy()
        return made

    def _of(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return var

    def __getitem__(self, var):
        return self._data[self._of(var)]

    def __contains__(self, var):
        return self._of(var) in self._data

    def get(self, var, default=None, /):
        return self._data.get(self._of(var), default)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._data == other._data

    __hash__ = None

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def __repr__(self):
        return f"<_contextvars.Context object at 0x{id(self):x}>"


class Token:
    MISSING = object()

    def __init__(self, context, var, old_value):
        self._context, self._var, self._old = context, var, old_value
        self._is_used = False

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self._var.reset(self)

    def __repr__(self):
        used = " used" if self._is_used else ""
        return f"<Token{used} var={self._var!r} at 0x{id(self):x}>"


class ContextVar:
    def __init__(self, name, *, default=Token.MISSING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name, self._default = name, default

    def __class_getitem__(cls, item):
        return cls

    @property
    def name(self):
        return self._name

    def get(self, *default):
        data = _current()._data
        if self in data:
            return data[self]
        if default:
            return default[0]
        if self._default is Token.MISSING:
            raise LookupError(self)
        return self._default

    def set(self, value, /):
        context = _current()
        token = Token(context, self, context._data.get(self, Token.MISSING))
        # Others may be iterating over what it was.
        context._data = {**context._data, self: value}
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._is_used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _current()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._is_used = True
        data = context._data.copy()
        if token._old is Token.MISSING:
            data.pop(self, None)
        else:
            data[self] = token._old
        context._data = data

    def __repr__(self):
        default = "" if self._default is Token.MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at 0x{id(self):x}>"


def copy_context():
    return _current().copy()


_context.copy = copy_context
