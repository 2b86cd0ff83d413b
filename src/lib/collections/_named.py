"""`namedtuple`."""

from _collections import subclass as _subclass
from _named import Named, _values


class _NamedTuple(Named):
    _field_defaults = {}

    def __init__(self, /, *args, **kwargs):
        fields = self._fields
        if kwargs or len(args) != len(fields):
            args = self._bound(args, kwargs)
        self._values = args
        for name, value in zip(fields, args):
            setattr(self, name, value)

    def _bound(self, args, kwargs):
        name, fields = f"{type(self).__name__}.__new__()", self._fields
        if len(args) > len(fields):
            least, most = len(fields) - len(self._field_defaults) + 1, len(fields) + 1
            count = most if least == most else f"from {least} to {most}"
            s = "" if count == 1 else "s"
            raise TypeError(f"{name} takes {count} positional argument{s} but {len(args) + 1} were given")
        values = {**self._field_defaults, **dict(zip(fields, args))}
        for key, value in kwargs.items():
            if key not in fields:
                raise TypeError(f"{name} got an unexpected keyword argument '{key}'")
            if key in fields[: len(args)]:
                raise TypeError(f"{name} got multiple values for argument '{key}'")
            values[key] = value
        missing = [repr(field) for field in fields if field not in values]
        if missing:
            shown = missing[0] if len(missing) == 1 else ", ".join(missing[:-1]) + " and " + missing[-1]
            if len(missing) > 2:
                shown = shown.replace(" and ", ", and ")
            s = "" if len(missing) == 1 else "s"
            raise TypeError(f"{name} missing {len(missing)} required positional argument{s}: {shown}")
        return tuple([values[field] for field in fields])

    @classmethod
    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(values)}")
        return cls(*values)

    def _asdict(self):
        return dict(zip(self._fields, self._values))

    def _replace(self, /, **kwargs):
        unknown = [name for name in kwargs if name not in self._fields]
        if unknown:
            raise TypeError(f"Got unexpected field names: {unknown!r}")
        return type(self)(**{**self._asdict(), **kwargs})

    def __getnewargs__(self):
        return self._values

    def __getstate__(self):
        return None

    def count(self, value, /):
        return self._values.count(value)

    def index(self, value, /):
        return self._values.index(value)

    def __add__(self, other):
        return self._values + _values(other)

    def __radd__(self, other):
        return other + self._values


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [f"{name!s}" for name in field_names]
    for index, name in enumerate(fields):
        if rename and (not name.isidentifier() or name.startswith("_") or name in fields[:index]):
            fields[index] = f"_{index}"
        elif not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        elif name.startswith("_"):
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        elif name in fields[:index]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(fields):
        raise TypeError("Got more default values than field names")
    cls = _subclass(typename, _NamedTuple)
    cls._fields = tuple(fields)
    setattr(cls, "__match_args__", cls._fields)
    cls._field_defaults = dict(zip(fields[len(fields) - len(defaults) :], defaults))
    return cls
