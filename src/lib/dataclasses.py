"""Classes that are known by their fields."""

from _thread import get_ident as _get_ident
from copy import deepcopy as _deepcopy
from types import MappingProxyType as _MappingProxyType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]  # fmt: skip


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return f"dataclasses.InitVar[{getattr(self.type, '__name__', self.type)}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is said of a field."""

    __slots__ = (
        "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata",
        "kw_only", "doc", "_field_type",
    )  # fmt: skip

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory, self.init, self.repr = default, default_factory, init, repr
        self.hash, self.compare, self.kw_only, self.doc = hash, compare, kw_only, doc
        self.metadata = _MappingProxyType({} if metadata is None else metadata)

    def __repr__(self):
        names = self.__slots__[:-2]
        shown = "".join([f"{name}={getattr(self, name)!r}," for name in names])
        return f"Field({shown}doc={self.doc!r},_field_type={self._field_type})"

    def _is_required(self):
        return self.default is MISSING and self.default_factory is MISSING


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
    metadata=None, kw_only=MISSING, doc=None,
):  # fmt: skip
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


_FIELD, _CLASSVAR, _INITVAR = "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"


def _own_annotations(cls):
    known = _annotations(cls)
    if any([_annotations(base) is known for base in cls.__bases__]):
        return {}
    return known


def _annotations(cls):
    try:
        return cls.__annotations__
    except AttributeError:
        return {}


def _kind_of(annotation):
    """`ClassVar`, `InitVar`, `KW_ONLY` or another name."""
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return "InitVar"
    if annotation is KW_ONLY:
        return "KW_ONLY"
    return f"{annotation}".strip("'\"").partition("[")[0].rpartition(".")[2]


def _field_of(cls, name, annotation, is_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        found = default
    else:
        is_slot = type(default).__name__ == "member_descriptor"
        found = field(default=MISSING if is_slot else default)
    found.name, found.type = name, annotation
    kind = _kind_of(annotation)
    found._field_type = {"ClassVar": _CLASSVAR, "InitVar": _INITVAR}.get(kind, _FIELD)
    if found._field_type is not _FIELD and found.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if found._field_type is _CLASSVAR:
        if found.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif found.kw_only is MISSING:
        found.kw_only = is_kw_only
    if found._field_type is _FIELD and _is_mutable(found.default):
        text = f"mutable default {type(found.default)} for field {name} is not allowed: use default_factory"
        raise ValueError(text)
    return found


def _is_mutable(value):
    return isinstance(value, (list, dict, set)) or getattr(type(value), "__hash__", _is_mutable) is None


def _fields_of(cls, is_kw_only):
    known = {}
    for base in cls.__mro__[:0:-1]:
        known.update(getattr(base, "__dataclass_fields__", {}))
    annotations, has_marker = _own_annotations(cls), False
    for name, annotation in annotations.items():
        if _kind_of(annotation) == "KW_ONLY":
            if has_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            is_kw_only = has_marker = True
            continue
        found = known[name] = _field_of(cls, name, annotation, is_kw_only)
        if isinstance(vars(cls).get(name), Field):
            if found.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, found.default)
    for name, value in vars(cls).items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return known


def _in_order(known):
    """What `__init__` takes: those by name alone come last."""
    return [each for each in known if not each.kw_only] + [each for each in known if each.kw_only]


def _check_order(positional):
    last = None
    for each in positional:
        if not each._is_required():
            last = each.name
        elif last is not None:
            raise TypeError(f"non-default argument {each.name!r} follows default argument {last!r}")


def _make_init(cls, known, is_frozen):
    known = [each for each in known if each._field_type is not _CLASSVAR]
    positional = [each for each in known if each.init and not each.kw_only]
    _check_order(positional)
    names = [each.name for each in positional]
    by_name = {each.name: each for each in known if each.init}
    has_post = hasattr(cls, "__post_init__")
    is_plain = len(positional) == len(known) and not any([each._field_type is _INITVAR for each in known])
    set_to = object.__setattr__ if is_frozen else setattr

    def __init__(self, /, *args, **kwargs):
        if len(args) == len(names) and is_plain and not kwargs:
            for name, value in zip(names, args):
                set_to(self, name, value)
            if has_post:
                self.__post_init__()
            return
        values = _bound(cls, names, positional, by_name, args, kwargs)
        passed = []
        for each in known:
            value = values.get(each.name, MISSING)
            if value is MISSING:
                # Without an `__init__` to be given it, a plain default stays the class's.
                if each.default_factory is not MISSING:
                    value = each.default_factory()
                elif each.init or hasattr(type(self), "__slots__"):
                    value = each.default
            if each._field_type is _INITVAR:
                passed.append(value)
            elif value is not MISSING:
                set_to(self, each.name, value)
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


# Who is being shown, by which thread.
_shown = set()


def _make_repr(names):
    def __repr__(self):
        key = id(self), _get_ident()
        if key in _shown:
            return "..."
        _shown.add(key)
        try:
            values = [f"{name}={getattr(self, name)!r}" for name in names]
        finally:
            _shown.discard(key)
        return f"{type(self).__qualname__}({', '.join(values)})"

    return __repr__


def _key(instance, names):
    return tuple([getattr(instance, name) for name in names])


def _make_eq(names):
    def __eq__(self, other):
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        return _key(self, names) == _key(other, names)

    return __eq__


def _make_hash(names):
    def __hash__(self):
        return hash(_key(self, names))

    return __hash__


def _make_order(names, compare):
    def order(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return compare(_key(self, names), _key(other, names))

    return order


_ORDERS = {
    "__lt__": lambda a, b: a < b,
    "__le__": lambda a, b: a <= b,
    "__gt__": lambda a, b: a > b,
    "__ge__": lambda a, b: a >= b,
}


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return {"__setattr__": __setattr__, "__delattr__": __delattr__}


def _state(self):
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


def _with_slots(cls, known, is_frozen, has_weakref):
    """The class made anew, with a place for each field."""
    if "__slots__" in vars(cls):
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = [name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())]
    names = [each.name for each in known if each._field_type is _FIELD]
    namespace = dict(vars(cls))
    for name in names:
        namespace.pop(name, None)
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    extra = ["__weakref__"] if has_weakref and "__weakref__" not in inherited else []
    namespace["__slots__"] = tuple([name for name in names if name not in inherited] + extra)
    namespace["__qualname__"] = cls.__qualname__
    if is_frozen:
        namespace.setdefault("__getstate__", _state)
        namespace.setdefault("__setstate__", _set_state)
    return type(cls)(cls.__name__, cls.__bases__, namespace)


def _check_frozen_bases(cls, is_frozen):
    bases = [base for base in cls.__mro__[1:] if hasattr(base, "__dataclass_params__")]
    frozen = [base.__dataclass_params__.frozen for base in bases]
    if any(frozen) and not is_frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if is_frozen and bases and not all(frozen):
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")


class _DataclassParams:
    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot",
    )  # fmt: skip

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        shown = [f"{name}={getattr(self, name)!r}" for name in self.__slots__]
        return f"_DataclassParams({','.join(shown)})"


def _process(cls, params):
    own = vars(cls)

    def define(name, function, complaint=None):
        if name in own:
            if complaint is not None:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{complaint}")
            return
        function.__name__, function.__qualname__ = name, f"{cls.__qualname__}.{name}"
        setattr(cls, name, function)

    _check_frozen_bases(cls, params.frozen)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    by_name = _fields_of(cls, params.kw_only)
    cls.__dataclass_fields__, cls.__dataclass_params__ = by_name, params
    known = list(by_name.values())
    stored = [each for each in known if each._field_type is _FIELD]
    compared = [each.name for each in stored if each.compare]
    if params.init:
        define("__init__", _make_init(cls, known, params.frozen))
    if "__replace__" not in own:
        cls.__replace__ = _replace
    if params.repr:
        define("__repr__", _make_repr([each.name for each in stored if each.repr]))
    if params.eq:
        define("__eq__", _make_eq(compared))
    if params.order:
        for name, compare in _ORDERS.items():
            define(name, _make_order(compared, compare), ". Consider using functools.total_ordering")
    if params.frozen:
        for name, function in _make_frozen(cls, [each.name for each in stored]).items():
            define(name, function, "")
    hashed = [each.name for each in stored if (each.compare if each.hash is None else each.hash)]
    # A `__hash__` of None goes with an `__eq__`, and was not written by anybody.
    is_hashed = own.get("__hash__") is not None
    if params.unsafe_hash:
        if is_hashed:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _make_hash(hashed)
    elif params.eq and not is_hashed and not ("__hash__" in own and "__eq__" not in own):
        cls.__hash__ = _make_hash(hashed) if params.frozen else None
    if params.match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([each.name for each in known if each.init and not each.kw_only])
    return _with_slots(cls, known, params.frozen, params.weakref_slot) if params.slots else cls


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
    match_args=True, kw_only=False, slots=False, weakref_slot=False,
):  # fmt: skip
    params = _DataclassParams(
        init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
    )

    def decorate(cls):
        return _process(cls, params)

    return decorate if cls is None else decorate(cls)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
    unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
    module=None, decorator=dataclass,
):  # fmt: skip
    body, annotations = dict(namespace or {}), {}
    for item in fields:
        if isinstance(item, str):
            item = item, "typing.Any"
        if len(item) not in (2, 3):
            raise TypeError(f"Invalid field: {item!r}")
        name, annotation, *default = item
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
        if default:
            body[name] = default[0]
    body["__annotations__"] = annotations
    body["__module__"] = "types" if module is None else module
    return decorator(
        type(cls_name, tuple(bases), body), init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
        frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )  # fmt: skip


def fields(class_or_instance):
    known = getattr(class_or_instance, "__dataclass_fields__", None)
    if known is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([each for each in known.values() if each._field_type is _FIELD])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _instance(obj, function):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError(f"{function}() should be called on dataclass instances")
    return obj


def _data(value, of_instance):
    kind = type(value)
    if is_dataclass(kind):
        return of_instance([(each.name, _data(getattr(value, each.name), of_instance)) for each in fields(value)])
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return kind(*[_data(item, of_instance) for item in value])
    if isinstance(value, (list, tuple)):
        return kind([_data(item, of_instance) for item in value])
    if isinstance(value, dict):
        pairs = [(_data(key, of_instance), _data(item, of_instance)) for key, item in value.items()]
        return kind(value.default_factory, pairs) if hasattr(kind, "default_factory") else kind(pairs)
    return _deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    return _data(_instance(obj, "asdict"), dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    return _data(_instance(obj, "astuple"), lambda pairs: tuple_factory([value for _, value in pairs]))


def replace(obj, /, **changes):
    return _replace(_instance(obj, "replace"), **changes)


def _replace(self, /, **changes):
    for each in self.__dataclass_fields__.values():
        if each._field_type is _CLASSVAR:
            continue
        if not each.init:
            if each.name in changes:
                text = f"field {each.name} is declared with init=False, it cannot be specified with replace()"
                raise TypeError(text)
        elif each.name not in changes:
            if each._field_type is _INITVAR and each.default is MISSING:
                raise TypeError(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(self, each.name)
    return type(self)(**changes)
