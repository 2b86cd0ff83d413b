"""Names for annotations: what they are made of, and what they tell of themselves."""

import __main__
from _generic import GenericAlias, UnionType, _shown
from abc import ABCMeta
from collections._named import _made

TYPE_CHECKING = False


class _Form:
    """Something that annotations are made of."""

    def __init__(self, name):
        self._name = name

    def __getitem__(self, arguments):
        return _Subscripted(self, self, arguments)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return UnionType((self, other))

    def __ror__(self, other):
        return UnionType((other, self))

    def __repr__(self):
        return f"typing.{self._name}"


class _Subscripted(GenericAlias):
    """One with what stands in its brackets."""

    def __init__(self, form, origin, arguments):
        if not isinstance(arguments, tuple):
            arguments = (arguments,)
        if form is Union or form is Optional:
            arguments = tuple([type(None) if each is None else each for each in arguments])
        if form is Optional:
            origin, arguments = Union, (*arguments, type(None))
        super().__init__(origin, arguments)
        self._form = form

    def __getitem__(self, arguments):
        made = super().__getitem__(arguments)
        form = Union if self._form is Optional else self._form
        return _Subscripted(form, made.__origin__, made.__args__)

    def __call__(self, *args, **kwargs):
        return self._form(*args, **kwargs)

    def __repr__(self):
        parts = ["None" if each is type(None) else _shown(each) for each in self.__args__]
        if self._form is Optional:
            return f"typing.Optional[{parts[0]}]"
        if self._form is Literal:
            parts = [repr(each) for each in self.__args__]
        return f"{self._form!r}[{', '.join(parts)}]"


class _Alias(_Form):
    """One that makes what it is a name for."""

    def __init__(self, name, origin):
        super().__init__(name)
        self.__origin__ = origin

    def __getitem__(self, arguments):
        return _Subscripted(self, self.__origin__, arguments)

    def __call__(self, *args, **kwargs):
        made = self.__origin__.__name__
        raise TypeError(f"Type {self._name} cannot be instantiated; use {made}() instead")


class _Bases(_Form):
    """One that classes inherit from when it has parameters."""

    def __getitem__(self, arguments):
        return _Base


class _Base:
    def __class_getitem__(cls, arguments):
        return GenericAlias(cls, arguments)


Any = _Form("Any")
AnyStr = _Form("AnyStr")
Annotated = _Form("Annotated")
Awaitable = _Form("Awaitable")
AsyncIterable = _Form("AsyncIterable")
AsyncIterator = _Form("AsyncIterator")
AsyncGenerator = _Form("AsyncGenerator")
Callable = _Form("Callable")
ClassVar = _Form("ClassVar")
Collection = _Form("Collection")
Concatenate = _Form("Concatenate")
Container = _Form("Container")
ContextManager = _Form("ContextManager")
Coroutine = _Form("Coroutine")
Final = _Form("Final")
Generator = _Form("Generator")
Generic = _Bases("Generic")
Hashable = _Form("Hashable")
Iterable = _Form("Iterable")
Iterator = _Form("Iterator")
Literal = _Form("Literal")
LiteralString = _Form("LiteralString")
Mapping = _Form("Mapping")
MutableMapping = _Form("MutableMapping")
MutableSequence = _Form("MutableSequence")
Never = _Form("Never")
NoReturn = _Form("NoReturn")
Optional = _Form("Optional")
Self = _Form("Self")
Sequence = _Form("Sequence")
Sized = _Form("Sized")
Text = str
TypeAlias = _Form("TypeAlias")
TypeGuard = _Form("TypeGuard")
Union = _Form("Union")
Unpack = _Form("Unpack")

Dict = _Alias("Dict", dict)
List = _Alias("List", list)
Set = _Alias("Set", set)
Tuple = _Alias("Tuple", tuple)
Type = _Alias("Type", type)
FrozenSet = _Alias("FrozenSet", frozenset)
AbstractSet = MutableSet = _Alias("AbstractSet", set)
AsyncContextManager = _Form("AsyncContextManager")
BinaryIO = _Form("BinaryIO")
ChainMap = _Form("ChainMap")
Counter = _Form("Counter")
DefaultDict = _Form("DefaultDict")
Deque = _Form("Deque")
IO = _Form("IO")
ItemsView = _Form("ItemsView")
KeysView = _Form("KeysView")
Match = _Form("Match")
NotRequired = _Form("NotRequired")
OrderedDict = _Form("OrderedDict")
Pattern = _Form("Pattern")
ReadOnly = _Form("ReadOnly")
Required = _Form("Required")
Reversible = _Form("Reversible")
TextIO = _Form("TextIO")
TypeIs = _Form("TypeIs")
ValuesView = _Form("ValuesView")


class _NamedTupleMeta(type):
    def __new__(metacls, typename, bases, namespace):
        if not bases:
            return super().__new__(metacls, typename, bases, namespace)
        hints = namespace.pop("__annotations__", {})
        fields = list(hints)
        defaults = {}
        for name in fields:
            if name in namespace:
                defaults[name] = namespace.pop(name)
            elif defaults:
                raise TypeError(
                    f"non-default namedtuple field {name} cannot follow default field "
                    + _listed(list(defaults))
                )
        return _made(typename, fields, defaults, {**namespace, "__annotations__": hints})

    def __call__(cls, typename, fields=(), /, **kwargs):
        return _made(typename, [name for name, kind in fields] or list(kwargs), {}, {})


def _listed(names):
    return ("s " if len(names) > 1 else "") + ", ".join(names)


class NamedTuple(metaclass=_NamedTupleMeta):
    """A tuple whose fields are written as annotations."""


# What a class has without saying so: no members of a protocol.
_NO_MEMBERS = frozenset(
    ("__abstractmethods__", "__annotations__", "__class_getitem__", "__dict__", "__doc__", "__firstlineno__")
    + ("__init__", "__match_args__", "__module__", "__new__", "__orig_bases__", "__parameters__", "__qualname__")
    + ("__slots__", "__static_attributes__", "__subclasshook__", "__type_params__", "__weakref__")
    + ("_is_protocol", "_is_runtime_protocol", "_registered")
)


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls._is_protocol = not bases or Protocol in bases
        return cls

    def __call__(cls, *args, **kwargs):
        if cls._is_protocol:
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if not cls._is_protocol:
            return super().__instancecheck__(instance)
        _check_runtime(cls)
        if cls in type(instance).__mro__:
            return True
        return all([hasattr(instance, name) for name in get_protocol_members(cls)])

    def __subclasscheck__(cls, subclass):
        if not cls._is_protocol or cls is Protocol:
            return super().__subclasscheck__(subclass)
        _check_runtime(cls)
        members = get_protocol_members(cls)
        data = sorted([name for name in members if not callable(getattr(cls, name, None))])
        if data:
            raise TypeError(
                "Protocols with non-method members don't support issubclass(). "
                f"Non-method members: {str(data)[1:-1]}."
            )
        return super().__subclasscheck__(subclass) or all([hasattr(subclass, name) for name in members])


def _check_runtime(cls):
    if not getattr(cls, "_is_runtime_protocol", False):
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


class Protocol(metaclass=_ProtocolMeta):
    """What has certain members, whatever it inherits from."""

    __slots__ = ()

    def __class_getitem__(cls, arguments):
        return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and tp is not Protocol and getattr(tp, "_is_protocol", False)


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    names = set()
    for each in tp.__mro__:
        if getattr(each, "_is_protocol", False) and each is not Protocol:
            names.update(each.__dict__, getattr(each, "__annotations__", ()))
    return frozenset(names - _NO_MEMBERS)


def runtime_checkable(cls):
    if not is_protocol(cls):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True):
        return super().__new__(metacls, name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        if cls is TypedDict:
            name, fields = args
            return _TypedDictMeta(name, (TypedDict,), {"__annotations__": dict(fields)})
        return dict(*args, **kwargs)


class TypedDict(metaclass=_TypedDictMeta):
    """A dict with these keys."""


@runtime_checkable
class SupportsAbs(Protocol):
    def __abs__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    def __complex__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    def __round__(self):
        pass


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self):
        pass


class TypeVar(_Form):
    def __init__(
        self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
        default=None,
    ):  # fmt: skip
        super().__init__(name)
        self.__name__ = name
        self._sign = "" if infer_variance else "+" if covariant else "-" if contravariant else "~"

    def __repr__(self):
        return f"{self._sign}{self._name}"


class ParamSpec(TypeVar):
    args = kwargs = None


TypeVarTuple = TypeVar


class TypeAliasType(_Form):
    """What a `type` statement makes; its value is made when it is asked for."""

    def __init__(self, name, value, *, type_params=()):
        super().__init__(name)
        self.__name__ = name
        self._value = value

    def __repr__(self):
        return self._name

    @property
    def __value__(self):
        return self._value()


def NewType(name, tp):
    return lambda value: value


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(method, /):
    return method


def no_type_check(arg):
    return arg


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    return obj


def assert_type(val, typ, /):
    return val


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ()) if not isinstance(tp, type) else ()


def _resolved(hint):
    # What a name stands for, of a hint that is a text; `None` is its class.
    if hint is None or hint == "None":
        return type(None)
    if not isinstance(hint, str):
        return hint
    for kind in (int, float, str, bool, bytes, list, dict, set, tuple, object, type):
        if kind.__name__ == hint:
            return kind
    if not hint.isidentifier():
        raise NotImplementedError(f"the annotation {hint!r} is a text that is more than a name")
    try:
        return getattr(__main__, hint)
    except AttributeError:
        raise NameError(f"name '{hint}' is not defined") from None


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for each in reversed(obj.__mro__[:-1]):
            hints.update(getattr(each, "__annotations__", {}))
    else:
        hints.update(obj.__annotations__)
    return {name: _resolved(hint) for name, hint in hints.items()}
