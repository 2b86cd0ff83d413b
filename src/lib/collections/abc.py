"""What containers, iterators and coroutines have to do to be taken for one: abstract classes, some with methods
made of those that a class must have."""

from abc import ABCMeta, abstractmethod


def _has(cls, name):
    for base in cls.__mro__:
        own = base.__dict__
        if name in own:
            return own[name] is not None
        # Not all of what Python's own classes have is told by their dict; every class can be called.
        if base.__module__ == "builtins" and name != "__call__" and getattr(base, name, None) is not None:
            return True
    return False


_UNHASHABLE = (list, dict, set, type({}.keys()), type({}.items()))


def _recognised(known, *names):
    """A hook: who has these methods is one."""

    def __subclasshook__(cls, other):
        if cls.__name__ != known:
            return NotImplemented
        return True if all([_has(other, name) for name in names]) else NotImplemented

    return classmethod(__subclasshook__)


class _Base(metaclass=ABCMeta):
    __slots__ = ()

    def __class_getitem__(cls, item):
        return cls


class Hashable(_Base):
    @abstractmethod
    def __hash__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Hashable:
            return NotImplemented
        for base in other.__mro__:
            if base in _UNHASHABLE:
                return NotImplemented
            own = base.__dict__
            if "__hash__" in own:
                return NotImplemented if own["__hash__"] is None else True
            if "__eq__" in own and base.__module__ != "builtins":
                return NotImplemented
        return True


class Sized(_Base):
    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _recognised("Sized", "__len__")


class Container(_Base):
    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _recognised("Container", "__contains__")


class Iterable(_Base):
    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _recognised("Iterable", "__iter__")


class Iterator(Iterable):
    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _recognised("Iterator", "__iter__", "__next__")


class Reversible(Iterable):
    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    __subclasshook__ = _recognised("Reversible", "__reversed__", "__iter__")


class Generator(Iterator):
    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("generator ignored GeneratorExit")

    __subclasshook__ = _recognised("Generator", "__iter__", "__next__", "send", "throw", "close")


class Awaitable(_Base):
    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _recognised("Awaitable", "__await__")


class Coroutine(Awaitable):
    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("coroutine ignored GeneratorExit")

    __subclasshook__ = _recognised("Coroutine", "__await__", "send", "throw", "close")


class AsyncIterable(_Base):
    @abstractmethod
    def __aiter__(self):
        return self

    __subclasshook__ = _recognised("AsyncIterable", "__aiter__")


class AsyncIterator(AsyncIterable):
    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _recognised("AsyncIterator", "__anext__", "__aiter__")


class AsyncGenerator(AsyncIterator):
    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise typ

    __subclasshook__ = _recognised("AsyncGenerator", "__aiter__", "__anext__", "asend", "athrow", "aclose")


class Callable(_Base):
    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _recognised("Callable", "__call__")


class Buffer(_Base):
    pass


class Collection(Sized, Iterable, Container):
    __subclasshook__ = _recognised("Collection", "__len__", "__iter__", "__contains__")


class Sequence(Reversible, Collection):
    _is_sequence = True

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any([each is value or each == value for each in self])

    def __reversed__(self):
        for at in reversed(range(len(self))):
            yield self[at]

    def index(self, value, start=0, stop=None):
        if start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        while stop is None or start < stop:
            try:
                each = self[start]
            except IndexError:
                break
            if each is value or each == value:
                return start
            start += 1
        raise ValueError

    def count(self, value):
        return len([each for each in self if each is value or each == value])


class MutableSequence(Sequence):
    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        last = len(self) - 1
        for at in range(len(self) // 2):
            self[at], self[last - at] = self[last - at], self[at]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all([each in other for each in self])

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all([each in self for each in other])

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([value for value in other if value in self])

    __rand__ = __and__

    def isdisjoint(self, other):
        return not any([value in self for value in other])

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([*self, *other])

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = other if isinstance(other, Set) else self._from_iterable(other)
        return self._from_iterable([value for value in self if value not in other])

    def __rsub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([value for value in other if value not in self])

    def __xor__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = other if isinstance(other, Set) else self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        return hash(frozenset(self))


class MutableSet(Set):
    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __isub__(self, it):
        for value in list(it):
            self.discard(value)
        return self

    def __ixor__(self, it):
        for value in list(it):
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self


class Mapping(Collection):
    _is_mapping = True

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


class MutableMapping(Mapping):
    _missing = object()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is MutableMapping._missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        for key, value in {**dict(other), **kwds}.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class MappingView(Sized):
    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])


class ValuesView(MappingView, Collection):
    def __contains__(self, value):
        return any([self._mapping[key] is value or self._mapping[key] == value for key in self._mapping])

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


def _register():
    view = {}
    for cls, kinds in (
        (Sequence, (tuple, str, range, bytes)), (MutableSequence, (list,)), (Set, (frozenset,)), (MutableSet, (set,)),
        (MutableMapping, (dict,)), (KeysView, (type(view.keys()),)), (ItemsView, (type(view.items()),)),
        (ValuesView, (type(view.values()),)), (Callable, (type(_has), type(len), type, type(view.get))), (Buffer, (bytes,)),
        (Reversible, (dict, type(view.keys()), type(view.items()), type(view.values()))),
    ):  # fmt: skip
        for kind in kinds:
            cls.register(kind)


_register()
