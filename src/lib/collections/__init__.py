"""Containers of more kinds. Those like a dict hold one, since no class here is made of one."""

from _collections import ring as _ring
from collections._named import namedtuple
from itertools import chain as _chain
from itertools import repeat as _repeat

_MISSING = object()


class deque:
    """A list with two ends. Each of its operations is done at once, whatever threads do."""

    # What `match` takes it for.
    _is_sequence = True

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._ring = _ring(maxlen)
        self._most = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._most

    def append(self, item, /):
        self._ring.append(item)

    def appendleft(self, item, /):
        self._ring.appendleft(item)

    def pop(self):
        return self._ring.pop()

    def popleft(self):
        return self._ring.popleft()

    def extend(self, iterable, /):
        append = self._ring.append
        for item in list(iterable) if iterable is self else iterable:
            append(item)

    def extendleft(self, iterable, /):
        append = self._ring.appendleft
        for item in list(iterable) if iterable is self else iterable:
            append(item)

    def clear(self):
        self._ring.clear()

    def rotate(self, n=1, /):
        self._ring.rotate(n)

    def copy(self):
        return type(self)(self._ring.items(), self._most)

    def __reduce__(self):
        state = {name: value for name, value in self.__getstate__().items() if name not in ("_ring", "_most")}
        args = () if self._most is None else ((), self._most)
        return type(self), args, state or None, iter(self)

    def count(self, value, /):
        return self._ring.items().count(value)

    def index(self, value, start=0, stop=_MISSING, /):
        items = self._ring.items()
        try:
            return items.index(value, start) if stop is _MISSING else items.index(value, start, stop)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None

    def insert(self, index, item, /):
        if index < 0:
            index = max(index + self._ring.size(), 0)
        self._ring.insert(index, item)

    def remove(self, value, /):
        for index, item in enumerate(self._ring.items()):
            if item is value or item == value:
                self._ring.delete(index)
                return
        raise ValueError(f"{value!r} is not in deque")

    def reverse(self):
        for index, item in enumerate(self._ring.items()[::-1]):
            self._ring.put(index, item)

    def __len__(self):
        return self._ring.size()

    def __bool__(self):
        return self._ring.size() > 0

    def __iter__(self):
        ring = self._ring
        state = ring.state()
        for index in range(ring.size()):
            yield ring.get(index, state)

    def _place(self, index):
        if not isinstance(index, int):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        index = index + self._ring.size() if index < 0 else index
        if index < 0:
            raise IndexError("deque index out of range")
        return index

    def __getitem__(self, index):
        return self._ring.get(self._place(index))

    def __setitem__(self, index, value):
        self._ring.put(self._place(index), value)

    def __delitem__(self, index):
        self._ring.delete(self._place(index))

    def __contains__(self, value):
        return value in self._ring.items()

    def __repr__(self):
        most = "" if self._most is None else f", maxlen={self._most}"
        return f"{type(self).__name__}({self._ring.items()!r}{most})"

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        return type(self)(self._ring.items() + other._ring.items(), self._most)

    def __iadd__(self, iterable):
        self.extend(iterable)
        return self

    def __mul__(self, n):
        return type(self)(self._ring.items() * n, self._most)

    def __rmul__(self, n):
        return self * n

    def __eq__(self, other):
        return isinstance(other, deque) and self._ring.items() == other._ring.items()

    def __lt__(self, other):
        return self._ring.items() < other._ring.items()

    def __le__(self, other):
        return self._ring.items() <= other._ring.items()

    def __gt__(self, other):
        return self._ring.items() > other._ring.items()

    def __ge__(self, other):
        return self._ring.items() >= other._ring.items()


class _Dict:
    """What is like a dict."""

    # What `match` takes it for.
    _is_mapping = True

    def __init__(self, mapping=(), /, **items):
        self._data = {}
        self.update(mapping, **items)

    def _shown(self):
        return repr(self._data)

    def __repr__(self):
        return f"{type(self).__name__}({self._shown() if self._data else ''})"

    def __len__(self):
        return len(self._data)

    def __bool__(self):
        return len(self._data) > 0

    def __iter__(self):
        return iter(self._data)

    def __contains__(self, key):
        return key in self._data

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        self._data[key] = value

    def __delitem__(self, key):
        del self._data[key]

    def __eq__(self, other):
        return self._data == _data(other)

    def __ne__(self, other):
        return self._data != _data(other)

    def __or__(self, other):
        both = self.copy()
        both.update(other)
        return both

    def __ior__(self, other):
        self.update(other)
        return self

    def get(self, key, default=None, /):
        return self._data.get(key, default)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def pop(self, key, *default):
        return self._data.pop(key, *default)

    def popitem(self):
        return self._data.popitem()

    def setdefault(self, key, default=None, /):
        return self._data.setdefault(key, default)

    def update(self, mapping=(), /, **items):
        self._data.update(_data(mapping), **items)

    def clear(self):
        self._data.clear()

    def copy(self):
        return type(self)(self)

    def _reduced(self, args, hidden=("_data",)):
        state = {name: value for name, value in self.__getstate__().items() if name not in hidden}
        return type(self), args, state or None, None, iter(self._data.items())

    def __reduce__(self):
        return self._reduced(())


def _data(other):
    return other._data if isinstance(other, _Dict) else other


class defaultdict(_Dict):
    """Makes the value of a key that is missing."""

    def __init__(self, default_factory=None, mapping=(), /, **items):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        super().__init__(mapping, **items)

    def __getitem__(self, key):
        value = self._data.get(key, _MISSING)
        if value is _MISSING:
            if self.default_factory is None:
                raise KeyError(key)
            value = self._data[key] = self.default_factory()
        return value

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {self._data!r})"

    def copy(self):
        return type(self)(self.default_factory, self)

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return self._reduced(args, ("_data", "default_factory"))


class OrderedDict(_Dict):
    """A dict whose order counts."""

    def move_to_end(self, key, last=True):
        value = self._data.pop(key)
        if last:
            self._data[key] = value
        else:
            rest = list(self._data.items())
            self._data.clear()
            self._data[key] = value
            self._data.update(rest)

    def popitem(self, last=True):
        if not self._data:
            raise KeyError("dictionary is empty")
        if last:
            return self._data.popitem()
        for key in self._data:
            break
        return key, self._data.pop(key)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self._data.items()) == list(other._data.items())
        return self._data == _data(other)

    def __ne__(self, other):
        return not self == other


class Counter(_Dict):
    """Counts."""

    def __init__(self, iterable=None, /, **counts):
        self._data = {}
        self.update(iterable, **counts)

    def __getitem__(self, key):
        return self._data.get(key, 0)

    def __delitem__(self, key):
        self._data.pop(key, None)

    def __reduce__(self):
        return type(self), (self._data,)

    def _shown(self):
        try:
            return "{" + ", ".join([f"{key!r}: {n!r}" for key, n in self.most_common()]) + "}"
        except TypeError:
            return repr(self._data)

    def most_common(self, n=None):
        ranked = sorted(self._data.items(), key=lambda item: item[1], reverse=True)
        return ranked if n is None else ranked[:n]

    def elements(self):
        return _chain.from_iterable([_repeat(key, n) for key, n in self._data.items() if n > 0])

    def total(self):
        return sum(self._data.values())

    def update(self, iterable=None, /, **counts):
        self._count(iterable, 1)
        self._count(counts, 1)

    def subtract(self, iterable=None, /, **counts):
        self._count(iterable, -1)
        self._count(counts, -1)

    def _count(self, iterable, sign):
        data = self._data
        iterable = _data(iterable)
        if isinstance(iterable, dict):
            for key, n in iterable.items():
                data[key] = data.get(key, 0) + sign * n
        elif iterable is not None:
            for key in iterable:
                data[key] = data.get(key, 0) + sign

    def _combined(self, other, combine):
        result = type(self)()
        for key in _chain(self._data, [key for key in other._data if key not in self._data]):
            n = combine(self[key], other[key])
            if n > 0:
                result._data[key] = n
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, lambda a, b: max(a, b))

    def __and__(self, other):
        return self._combined(other, lambda a, b: min(a, b))

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def __iadd__(self, other):
        self._data = (self + other)._data
        return self

    def __isub__(self, other):
        self._data = (self - other)._data
        return self

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return self._data == _data(other)
        return all([self[key] == other[key] for key in _chain(self._data, other._data)])

    def __ne__(self, other):
        return not self == other

    def __le__(self, other):
        return all([self[key] <= other[key] for key in _chain(self._data, other._data)])

    def __lt__(self, other):
        return self <= other and self != other

    def __ge__(self, other):
        return other <= self

    def __gt__(self, other):
        return other < self


class ChainMap(_Dict):
    """Several mappings as one: the first that has a key has its value, changes are made in the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    @property
    def _data(self):
        merged = {}
        for mapping in self.maps[::-1]:
            merged.update(_data(mapping))
        return merged

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def __repr__(self):
        return f"ChainMap({', '.join([repr(mapping) for mapping in self.maps])})"

    def pop(self, key, *default):
        try:
            return self.maps[0].pop(key, *default)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def update(self, mapping=(), /, **items):
        self.maps[0].update(_data(mapping), **items)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def clear(self):
        self.maps[0].clear()

    def copy(self):
        return ChainMap(self.maps[0].copy(), *self.maps[1:])

    def __reduce_ex__(self, protocol):
        # That of classes that have nothing else to say.
        return object.__reduce__(self)

    def new_child(self, m=None, **items):
        m = {} if m is None else m
        m.update(items)
        return ChainMap(m, *self.maps)

    @property
    def parents(self):
        return ChainMap(*self.maps[1:])
