"""References that do not keep what they refer to."""

import _weakref


class ReferenceType:
    __slots__ = ("__callback__", "_hash", "__weakref__")

    def __new__(cls, object, callback=None, /):
        if callback is None and cls is ReferenceType:
            for known in _weakref.references(object):
                if type(known) is cls and known.__callback__ is None:
                    return known
        self = super().__new__(cls)
        self.__callback__ = callback
        _weakref.refer(self, object)
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        return _weakref.referent(self)

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            pass
        object = self()
        if object is None:
            raise TypeError("weak object has gone away")
        self._hash = hash(object)
        return self._hash

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        mine, its = _weakref.referent(self), _weakref.referent(other)
        if mine is None or its is None:
            return self is other
        return mine is its or mine == its

    def __repr__(self):
        object = _weakref.referent(self)
        if object is None:
            return f"<weakref at 0x{id(self):x}; dead>"
        return f"<weakref at 0x{id(self):x}; to '{type(object).__qualname__}' at 0x{id(object):x}>"


ref = ReferenceType


def getweakrefcount(object, /):
    return len(getweakrefs(object))


def getweakrefs(object, /):
    return _weakref.references(object)


class WeakMethod(ref):
    """A reference to a bound method, which is made anew each time it is asked for."""

    __slots__ = ("_function", "_kind", "_alive")

    def __new__(cls, method, callback=None):
        try:
            object, function = method.__self__, method.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(method)}") from None
        self = super().__new__(cls, object, callback)
        self._function, self._kind = function, type(method)
        return self

    def __call__(self):
        object = super().__call__()
        return None if object is None else self._function.__get__(object)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        mine, its = _weakref.referent(self), _weakref.referent(other)
        if mine is None or its is None:
            return self is other
        return mine is its and self._function == other._function

    __hash__ = ref.__hash__


def _get(proxy):
    found = object.__getattribute__(proxy, "_reference")()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


class ProxyType:
    __slots__ = ("_reference", "__weakref__")
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(_get(self), name)

    def __setattr__(self, name, value):
        setattr(_get(self), name, value)

    def __delattr__(self, name):
        delattr(_get(self), name)

    def __repr__(self):
        return repr(_get(self))

    def __str__(self):
        return str(_get(self))

    def __bool__(self):
        return bool(_get(self))

    def __len__(self):
        return len(_get(self))

    def __iter__(self):
        return iter(_get(self))

    def __next__(self):
        return next(_get(self))

    def __getitem__(self, index):
        return _get(self)[index]

    def __setitem__(self, index, value):
        _get(self)[index] = value

    def __delitem__(self, index):
        del _get(self)[index]

    def __contains__(self, item):
        return item in _get(self)

    def __eq__(self, other):
        return _get(self) == _plain(other)

    def __ne__(self, other):
        return _get(self) != _plain(other)

    def __lt__(self, other):
        return _get(self) < _plain(other)

    def __le__(self, other):
        return _get(self) <= _plain(other)

    def __gt__(self, other):
        return _get(self) > _plain(other)

    def __ge__(self, other):
        return _get(self) >= _plain(other)

    def __add__(self, other):
        return _get(self) + _plain(other)

    def __radd__(self, other):
        return _plain(other) + _get(self)

    def __sub__(self, other):
        return _get(self) - _plain(other)

    def __mul__(self, other):
        return _get(self) * _plain(other)

    def __truediv__(self, other):
        return _get(self) / _plain(other)

    def __int__(self):
        return int(_get(self))

    def __float__(self):
        return float(_get(self))

    def __neg__(self):
        return -_get(self)

    def __abs__(self):
        return abs(_get(self))


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _get(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def _plain(value):
    return _get(value) if type(value) in ProxyTypes else value


def proxy(object, callback=None, /):
    kind = CallableProxyType if callable(object) else ProxyType
    made = _new(kind)
    reference = ref(object, None if callback is None else lambda reference: callback(made))
    _set(made, "_reference", reference)
    return made


def _new(kind):
    return object.__new__(kind)


def _set(made, name, value):
    object.__setattr__(made, name, value)


class KeyedRef(ref):
    __slots__ = ("key",)

    def __new__(cls, object, callback, key):
        self = super().__new__(cls, object, callback)
        self.key = key
        return self

    def __init__(self, object, callback, key):
        pass


class _Mapping:
    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        return self.get(key, _Mapping) is not _Mapping

    def __iter__(self):
        return self.keys()

    def keys(self):
        for key, value in self.items():
            yield key

    def values(self):
        for key, value in self.items():
            yield value

    def __len__(self):
        return len(list(self.items()))

    def __bool__(self):
        return len(self) > 0

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __repr__(self):
        return f"<{type(self).__name__} at 0x{id(self):x}>"

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        made = self.copy()
        made.update(other)
        return made

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in self.items():
            del self[key]
            return key, value
        raise KeyError("dictionary is empty")

    def setdefault(self, key, default=None):
        found = self.get(key, _Mapping)
        if found is _Mapping:
            self[key] = found = default
        return found

    def update(self, other=(), /, **kwargs):
        pairs = other.items() if hasattr(other, "items") else other
        for key, value in list(pairs) + list(kwargs.items()):
            self[key] = value

    def clear(self):
        self._data.clear()

    def copy(self):
        made = type(self)()
        made.update(self)
        return made

    __copy__ = copy


class WeakValueDictionary(_Mapping):
    def __init__(self, other=(), /, **kwargs):
        self._data = {}
        home = ref(self)

        def remove(reference):
            own = home()
            if own is None or own._data.get(reference.key) is not reference:
                return
            taken = own._data.pop(reference.key, reference)
            if taken is not reference:
                # Another thread has put something else there meanwhile.
                own._data.setdefault(reference.key, taken)

        self._remove = remove
        self.update(other, **kwargs)

    def __getitem__(self, key):
        value = self._data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self._data[key]

    def items(self):
        for key, reference in list(self._data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def itervaluerefs(self):
        return iter(self.valuerefs())

    def valuerefs(self):
        return list(self._data.values())


def _remover(owner):
    """Takes a reference out of its owner's data; it does not keep the owner."""
    home = ref(owner)

    def remove(reference):
        own = home()
        if own is not None:
            own._data.pop(reference, None)

    return remove


class WeakKeyDictionary(_Mapping):
    def __init__(self, dict=None):
        self._data = {}
        self._remove = _remover(self)
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self._data[ref(key)]

    def __setitem__(self, key, value):
        self._data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self._data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self._data
        except TypeError:
            return False

    def items(self):
        for reference, value in list(self._data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self._data)


class WeakSet:
    def __init__(self, data=None):
        self._data = {}
        self._remove = _remover(self)
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self._data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len([item for item in self])

    def __bool__(self):
        return len(self) > 0

    def __contains__(self, item):
        try:
            return ref(item) in self._data
        except TypeError:
            return False

    def __repr__(self):
        return repr(set(self._data))

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def add(self, item):
        reference = ref(item, self._remove)
        if reference not in self._data:
            self._data[reference] = None

    def discard(self, item):
        self._data.pop(ref(item), None)

    def remove(self, item):
        del self._data[ref(item)]

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self._data.clear()

    def copy(self):
        return type(self)(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    __or__ = union

    def difference(self, other):
        return type(self)([item for item in self if item not in other])

    __sub__ = difference

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection(self, other):
        return type(self)([item for item in other if item in self])

    __and__ = intersection

    def symmetric_difference(self, other):
        other = list(other)
        return type(self)([item for item in self if item not in other] + [item for item in other if item not in self])

    __xor__ = symmetric_difference

    def issubset(self, other):
        return all([item in other for item in self])

    __le__ = issubset

    def issuperset(self, other):
        return all([item in self for item in other])

    __ge__ = issuperset

    def __lt__(self, other):
        return self <= other and len(self) < len(other)

    def __gt__(self, other):
        return self >= other and len(self) > len(other)

    def isdisjoint(self, other):
        return not self.intersection(other)


class finalize:
    """Calls a function when an object goes, or at exit."""

    __slots__ = ()
    _registry = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        finalize._registry[self] = _Info(ref(obj, self), func, args, kwargs)

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info is not None:
            return info.func(*info.args, **info.kwargs)

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.reference()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.reference()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return info is not None and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info is not None:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.reference()
        if obj is None:
            return f"<{type(self).__name__} object at 0x{id(self):x}; dead>"
        return f"<{type(self).__name__} object at 0x{id(self):x}; for '{type(obj).__qualname__}' at 0x{id(obj):x}>"


class _Info:
    def __init__(self, reference, func, args, kwargs):
        self.reference, self.func, self.args, self.kwargs = reference, func, args, kwargs
        self.atexit = True


def _exit():
    """Called before the program's globals go: those made last go first."""
    for each in list(finalize._registry)[::-1]:
        if each.atexit:
            each()
