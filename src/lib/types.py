"""The classes of functions and other things."""

import _thread
from _generic import GenericAlias


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


def _type_of_coroutine():
    made = _coroutine()
    made.close()
    return type(made)


class _GeneratorWrapper:
    """A generator that can be awaited."""

    def __init__(self, generator):
        self.__wrapped = generator

    def __await__(self):
        return self.__wrapped

    def __iter__(self):
        return self.__wrapped

    def __next__(self):
        return next(self.__wrapped)

    def send(self, value):
        return self.__wrapped.send(value)

    def throw(self, *args):
        return self.__wrapped.throw(*args)

    def close(self):
        return self.__wrapped.close()


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        return _GeneratorWrapper(made) if type(made) is GeneratorType else made

    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        setattr(wrapped, name, getattr(func, name))
    return wrapped


class SimpleNamespace:
    """Attributes."""

    def __init__(self, mapping=(), /, **attributes):
        for name, value in {**dict(mapping), **attributes}.items():
            setattr(self, name, value)

    def __repr__(self):
        items = [f"{name}={value!r}" for name, value in vars(self).items()]
        return f"namespace({', '.join(items)})"

    def __reduce__(self):
        return type(self), (), self.__getstate__() or {}

    def __eq__(self, other):
        return isinstance(other, SimpleNamespace) and vars(self) == vars(other)


class MappingProxyType:
    """A mapping that is only read."""

    # What `match` takes it for.
    _is_mapping = True

    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __eq__(self, other):
        return self._mapping == other

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()


FunctionType = LambdaType = type(_generator)
GeneratorType = type(_generator())
CoroutineType = _type_of_coroutine()
AsyncGeneratorType = type(_async_generator())
BuiltinFunctionType = BuiltinMethodType = type(len)
MethodType = type(SimpleNamespace().__repr__)
NoneType = type(None)
ModuleType = type(_thread)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
UnionType = type(int | str)

DynamicClassAttribute = property


def new_class(name, bases=(), kwds=None, exec_body=None):
    keywords = dict(kwds or {})
    kind = keywords.pop("metaclass", type(bases[0]) if bases else type)
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return kind(name, tuple(bases), namespace, **keywords)


def resolve_bases(bases):
    return bases


def get_original_bases(cls, /):
    return cls.__bases__
