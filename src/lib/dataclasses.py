"""Classes that are known by their fields."""


class _Missing:
    pass


MISSING = _Missing()


class FrozenInstanceError(AttributeError):
    pass


class KW_ONLY:
    pass


class InitVar:
    pass


class Field:
    """What is said of a field."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory, self.init, self.repr = default, default_factory, init, repr
        self.hash, self.compare, self.metadata, self.kw_only = hash, compare, metadata or {}, kw_only

    def __repr__(self):
        return f"Field(name={self.name!r},type={self.type!r},default={self.default!r})"

    def _is_required(self):
        return self.default is MISSING and self.default_factory is MISSING


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
    metadata=None, kw_only=MISSING, doc=None,
):  # fmt: skip
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _own_annotations(cls):
    """Names and the text of what stands behind them."""
    known = _annotations(cls)
    if any([_annotations(base) is known for base in cls.__bases__]):
        return {}
    return known


def _annotations(cls):
    try:
        return cls.__annotations__
    except AttributeError:
        return {}


def _fields_of(cls, is_kw_only):
    fields = {}
    for base in cls.__mro__[:0:-1]:
        fields.update(getattr(base, "__dataclass_fields__", {}))
    for name, annotation in _own_annotations(cls).items():
        kind = annotation.strip("'\"").partition("[")[0].rpartition(".")[2]
        if kind == "KW_ONLY":
            is_kw_only = True
            continue
        if kind == "ClassVar":
            continue
        default = getattr(cls, name, MISSING)
        found = default if isinstance(default, Field) else field(default=default)
        if isinstance(found.default, (list, dict, set)):
            text = f"mutable default {type(found.default)} for field {name} is not allowed: use default_factory"
            raise ValueError(text)
        found.name, found.type = name, annotation
        found._is_init_only = kind == "InitVar"
        if found.kw_only is MISSING:
            found.kw_only = is_kw_only
        if isinstance(default, Field):
            if found.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, found.default)
        fields[name] = found
    return fields


def _check_order(fields):
    last = None
    for each in fields:
        if each.init and not each.kw_only:
            if not each._is_required():
                last = each.name
            elif last is not None:
                raise TypeError(f"non-default argument {each.name!r} follows default argument {last!r}")


def _make_init(cls, fields):
    positional = [each for each in fields if each.init and not each.kw_only]
    names = [each.name for each in positional]
    is_plain = len(positional) == len(fields) and not any([each._is_init_only for each in fields])
    known = {each.name: each for each in fields if each.init}
    has_post = hasattr(cls, "__post_init__")

    def __init__(self, /, *args, **kwargs):
        if len(args) == len(names) and is_plain and not kwargs:
            for name, value in zip(names, args):
                setattr(self, name, value)
            if has_post:
                self.__post_init__()
            return
        values = _bound(cls, names, positional, known, args, kwargs)
        passed = []
        for each in fields:
            value = values.get(each.name, MISSING)
            if value is MISSING:
                value = each.default if each.default_factory is MISSING else each.default_factory()
            if each._is_init_only:
                passed.append(value)
            elif value is not MISSING:
                setattr(self, each.name, value)
        if has_post:
            self.__post_init__(*passed)

    return __init__


def _bound(cls, names, positional, known, args, kwargs):
    """The arguments by the names of fields; in the words of Python where they do not fit."""
    function = f"{cls.__qualname__}.__init__()"
    values = dict(zip(names, args))
    for name, value in kwargs.items():
        if name not in known:
            raise TypeError(f"{function} got an unexpected keyword argument '{name}'")
        if name in values:
            raise TypeError(f"{function} got multiple values for argument '{name}'")
        values[name] = value
    if len(args) > len(names):
        least = len([each for each in positional if each._is_required()]) + 1
        most = len(names) + 1
        count = f"{most}" if least == most else f"from {least} to {most}"
        s = "" if count == "1" else "s"
        raise TypeError(f"{function} takes {count} positional argument{s} but {len(args) + 1} were given")
    for kind, is_kw_only in (("positional", False), ("keyword-only", True)):
        missing = [
            repr(name) for name, each in known.items()
            if each.kw_only == is_kw_only and each._is_required() and name not in values
        ]  # fmt: skip
        if missing:
            count, s = len(missing), "" if len(missing) == 1 else "s"
            shown = missing[0]
            if count == 2:
                shown = " and ".join(missing)
            elif count > 2:
                shown = ", ".join(missing[:-1]) + ", and " + missing[-1]
            raise TypeError(f"{function} missing {count} required {kind} argument{s}: {shown}")
    return values


def _make_repr(names):
    def __repr__(self):
        values = [f"{name}={getattr(self, name)!r}" for name in names]
        return f"{type(self).__qualname__}({', '.join(values)})"

    return __repr__


def _key(instance, names):
    return tuple([getattr(instance, name) for name in names])


def _make_eq(names):
    def __eq__(self, other):
        if self is other:
            return True
        return type(self) is type(other) and _key(self, names) == _key(other, names)

    return __eq__


def _is_hashed(field):
    return field.compare if field.hash is None else field.hash


def _make_hash(names):
    def __hash__(self):
        return hash(_key(self, names))

    return __hash__


def _make_order(op, names, compare):
    def order(self, other):
        if type(self) is not type(other):
            kinds = f"'{type(self).__name__}' and '{type(other).__name__}'"
            raise TypeError(f"'{op}' not supported between instances of {kinds}")
        return compare(_key(self, names), _key(other, names))

    return order


_ORDERS = {
    "__lt__": ("<", lambda a, b: a < b),
    "__le__": ("<=", lambda a, b: a <= b),
    "__gt__": (">", lambda a, b: a > b),
    "__ge__": (">=", lambda a, b: a >= b),
}


def _named(cls):
    # The machine knows attributes by names that some code has.
    return cls.__hash__, cls.__init__, cls.__repr__, cls.__eq__, cls.__lt__, cls.__le__, cls.__gt__, cls.__ge__


def _is_own(cls, name):
    own = getattr(cls, name, None)
    return own is not None and not any([getattr(base, name, None) is own for base in cls.__bases__])


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
    match_args=True, kw_only=False, slots=False, weakref_slot=False,
):  # fmt: skip
    def decorate(cls):
        fields = _fields_of(cls, kw_only)
        setattr(cls, "__dataclass_fields__", fields)
        shown = list(fields.values())
        stored = [each for each in shown if not each._is_init_only]
        compared = [each.name for each in stored if each.compare]
        if match_args and not _is_own(cls, "__match_args__"):
            names = [each.name for each in shown if each.init and not each.kw_only]
            setattr(cls, "__match_args__", tuple(names))
        if init:
            _check_order(shown)
            setattr(cls, "__init__", _make_init(cls, shown))
        if repr and not _is_own(cls, "__repr__"):
            setattr(cls, "__repr__", _make_repr([each.name for each in stored if each.repr]))
        if eq and not _is_own(cls, "__eq__"):
            setattr(cls, "__eq__", _make_eq(compared))
        if unsafe_hash or eq and frozen:
            setattr(cls, "__hash__", _make_hash([each.name for each in stored if _is_hashed(each)]))
        elif eq and not _is_own(cls, "__hash__"):
            setattr(cls, "__hash__", None)
        if order:
            if not eq:
                raise ValueError("eq must be true if order is true")
            for name, (op, compare) in _ORDERS.items():
                if _is_own(cls, name):
                    raise TypeError(
                        f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                        "Consider using functools.total_ordering"
                    )
                setattr(cls, name, _make_order(op, compared, compare))
        return cls

    return decorate if cls is None else decorate(cls)


def fields(class_or_instance):
    known = getattr(class_or_instance, "__dataclass_fields__", None)
    if known is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([each for each in known.values() if not each._is_init_only])


def is_dataclass(obj):
    return hasattr(obj, "__dataclass_fields__")


def _instance(obj, function):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError(f"{function}() should be called on dataclass instances")
    return obj


def _data(value, dict_factory, is_tuple):
    if is_dataclass(value) and not isinstance(value, type):
        pairs = [(each.name, _data(getattr(value, each.name), dict_factory, is_tuple)) for each in fields(value)]
        return dict_factory([item for _, item in pairs] if is_tuple else pairs)
    if isinstance(value, (list, tuple, set)):
        return type(value)([_data(item, dict_factory, is_tuple) for item in value])
    if isinstance(value, dict):
        return {key: _data(item, dict_factory, is_tuple) for key, item in value.items()}
    return value


def asdict(obj, *, dict_factory=dict):
    return _data(_instance(obj, "asdict"), dict_factory, False)


def astuple(obj, *, tuple_factory=tuple):
    return _data(_instance(obj, "astuple"), tuple_factory, True)


def replace(obj, /, **changes):
    _instance(obj, "replace")
    values = {each.name: getattr(obj, each.name) for each in fields(obj) if each.init}
    return type(obj)(**{**values, **changes})
