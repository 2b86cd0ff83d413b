"""Names for annotations, which nobody evaluates: each stands for itself, whatever it is given."""

from _generic import GenericAlias
from collections._named import _made

TYPE_CHECKING = False


class _Form:
    """Something that annotations are made of."""

    def __init__(self, name):
        self._name = name

    def __getitem__(self, arguments):
        return self

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __repr__(self):
        return f"typing.{self._name}"


class _Alias(_Form):
    """One that makes what it is a name for."""

    def __init__(self, name, origin):
        super().__init__(name)
        self._origin = origin

    def __call__(self, *args, **kwargs):
        return self._origin(*args, **kwargs)


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


class _NamedTupleMeta(type):
    def __new__(metacls, typename, bases, namespace):
        if not bases:
            return super().__new__(metacls, typename, bases, namespace)
        fields = list(namespace.pop("__annotations__", ()))
        defaults = {}
        for name in fields:
            if name in namespace:
                defaults[name] = namespace.pop(name)
            elif defaults:
                raise TypeError(
                    f"non-default namedtuple field {name} cannot follow default field "
                    + _listed(list(defaults))
                )
        return _made(typename, fields, defaults, namespace)

    def __call__(cls, typename, fields=(), /, **kwargs):
        return _made(typename, [name for name, kind in fields] or list(kwargs), {}, {})


def _listed(names):
    return ("s " if len(names) > 1 else "") + ", ".join(names)


class NamedTuple(metaclass=_NamedTupleMeta):
    """A tuple whose fields are written as annotations."""


class Protocol:
    pass


class SupportsInt:
    pass


class SupportsFloat:
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


def runtime_checkable(cls):
    return cls


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    return obj


def get_type_hints(obj):
    return {}
