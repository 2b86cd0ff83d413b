"""Built-ins that are asked for seldom."""

import __main__
from _builtins import get_global, names, set_global


def ascii(object, /):
    return f"{object!a}"


def format(value, format_spec="", /):
    if not isinstance(format_spec, str):
        raise TypeError(f"format() argument 2 must be str, not {type(format_spec).__name__}")
    return f"{value:{format_spec}}"


def exit(code=None):
    raise SystemExit(code)


quit = exit


class _Globals(dict):
    # What the program has is asked for each time; other names are kept here.

    def _all(self):
        return {**vars(__main__), **{name: dict.__getitem__(self, name) for name in dict.keys(self)}}

    def __getitem__(self, name):
        found = get_global(name)
        return found[0] if found else dict.__getitem__(self, name)

    def __setitem__(self, name, value):
        if not set_global(name, value):
            dict.__setitem__(self, name, value)

    def __delitem__(self, name):
        if get_global(name) is None or not set_global(name):
            dict.__delitem__(self, name)

    def __contains__(self, name):
        return get_global(name) is not None or dict.__contains__(self, name)

    def __iter__(self):
        return iter(self._all())

    def __len__(self):
        return len(self._all())

    def __repr__(self):
        return repr(self._all())

    def __eq__(self, other):
        return self._all() == other

    def __or__(self, other):
        return self._all() | other

    def get(self, name, default=None, /):
        return self[name] if name in self else default

    def keys(self):
        return self._all().keys()

    def values(self):
        return self._all().values()

    def items(self):
        return self._all().items()

    def copy(self):
        return self._all()

    def update(self, *args, **kwargs):
        for name, value in dict(*args, **kwargs).items():
            self[name] = value

    def setdefault(self, name, default=None, /):
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name, *default):
        if name not in self and default:
            return default[0]
        value = self[name]
        del self[name]
        return value


_globals = _Globals()


def globals():
    return _globals


def dir(object, /):
    kind = type(object)
    for each in kind.__mro__:
        if "__dir__" in _vars(each):
            return sorted(each.__dir__(object))
    found = set()
    try:
        found.update(vars(object))
    except TypeError:
        pass
    if isinstance(object, type):
        found.update(*[_names_of(each) for each in object.__mro__])
    elif kind is not type(__main__):
        found.update(*[_names_of(each) for each in kind.__mro__])
    return sorted(found)


def _vars(kind):
    # Those of Python itself have none here.
    try:
        return vars(kind)
    except TypeError:
        return {}


def _names_of(kind):
    own = _vars(kind)
    return [*own, "__dict__", "__weakref__"] if own else names(kind)
