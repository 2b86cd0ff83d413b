"""`namedtuple`: tuples whose items have names."""

from _collections import tuplegetter as _tuplegetter


_KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except finally for from "
    "global if import in is lambda nonlocal not or pass raise return try while with yield"
).split()


class _NamedTuple(tuple):
    __slots__ = ()
    _fields = ()
    _field_defaults = {}

    def __new__(cls, /, *args, **kwargs):
        if kwargs or len(args) != len(cls._fields):
            args = cls._bound(args, kwargs)
        return tuple.__new__(cls, args)

    @classmethod
    def _bound(cls, args, kwargs):
        name, fields = f"{cls.__name__}.__new__()", cls._fields
        if len(args) > len(fields):
            least, most = len(fields) - len(cls._field_defaults) + 1, len(fields) + 1
            count = most if least == most else f"from {least} to {most}"
            s = "" if count == 1 else "s"
            raise TypeError(f"{name} takes {count} positional argument{s} but {len(args) + 1} were given")
        values = {**cls._field_defaults, **dict(zip(fields, args))}
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
        return [values[field] for field in fields]

    @classmethod
    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(values)}")
        return tuple.__new__(cls, values)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, /, **kwargs):
        unknown = [name for name in kwargs if name not in self._fields]
        if unknown:
            raise TypeError(f"Got unexpected field names: {unknown!r}")
        return self._make([kwargs.get(name, value) for name, value in zip(self._fields, self)])

    __replace__ = _replace

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        values = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
        return f"{type(self).__name__}({', '.join(values)})"


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [f"{name!s}" for name in field_names]
    for index, name in enumerate([typename, *fields], -1):
        is_wrong = not name.isidentifier() or name in _KEYWORDS
        if index >= 0 and rename and (is_wrong or name.startswith("_") or name in fields[:index]):
            fields[index] = f"_{index}"
        elif not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        elif is_wrong:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
        elif index < 0:
            continue
        elif name.startswith("_"):
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        elif name in fields[:index]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(fields):
        raise TypeError("Got more default values than field names")
    return _made(typename, fields, dict(zip(fields[len(fields) - len(defaults) :], defaults)), {})


def _made(typename, fields, defaults, more):
    namespace = {
        "__slots__": (),
        "__match_args__": tuple(fields),
        "_fields": tuple(fields),
        "_field_defaults": defaults,
        **more,
    }
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index)
    return type(typename, (_NamedTuple,), namespace)
