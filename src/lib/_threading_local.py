"""`threading.local`: an object that has other attributes in each thread."""

from _thread import values as _values_of_thread


class local:
    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        # By itself, whatever else has been at the same address.
        object.__setattr__(self, "_key", object())
        object.__setattr__(self, "_made_with", (args, kwargs))
        # Here `type.__call__` calls `__init__`.
        _values_of_thread()[object.__getattribute__(self, "_key")] = {}
        return self

    def __getattribute__(self, name):
        values = _values(self)
        if name == "__dict__":
            return values
        if name in values and not _is_property(self, name):
            return values[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            if type(self) is not local:
                raise
            raise AttributeError(f"'_thread._local' object has no attribute {name!r}") from None

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        if _is_property(self, name):
            object.__setattr__(self, name, value)
        else:
            _values(self)[name] = value

    def __delattr__(self, name):
        if _is_property(self, name):
            object.__delattr__(self, name)
        elif name in _values(self):
            del _values(self)[name]
        else:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


def _values(made):
    all_values = _values_of_thread()
    key = object.__getattribute__(made, "_key")
    values = all_values.get(key)
    if values is None:
        # The first time in this thread.
        values = all_values[key] = {}
        args, kwargs = object.__getattribute__(made, "_made_with")
        type(made).__init__(made, *args, **kwargs)
    return values


def _is_property(made, name):
    return isinstance(getattr(type(made), name, None), property)
