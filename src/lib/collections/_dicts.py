"""Dicts that do more: `defaultdict`, `OrderedDict`, `Counter`."""

from itertools import chain as _chain
from itertools import repeat as _repeat


class defaultdict(dict):
    """Makes the value of a key that is missing."""

    def __init__(self, default_factory=None, mapping=(), /, **items):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        if mapping or items:
            dict.update(self, mapping, **items)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def __repr__(self):
        return f"{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})"

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        both = self.copy()
        both.update(other)
        return both

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        both = type(self)(self.default_factory, other)
        both.update(self)
        return both


class OrderedDict(dict):
    """A dict whose order counts."""

    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
        else:
            rest = list(dict.items(self))
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, rest)

    def __reduce__(self):
        return type(self), (), self.__getstate__(), None, iter(self.items())

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return dict.popitem(self)
        for key in self:
            break
        return key, dict.pop(self, key)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        return f"{type(self).__name__}({dict.__repr__(self) if self else ''})"

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        both = type(self)(self)
        both.update(other)
        return both

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        both = type(self)(other)
        both.update(self)
        return both


class Counter(dict):
    """Counts."""

    def __init__(self, iterable=None, /, **counts):
        self.update(iterable, **counts)

    def __missing__(self, key):
        return 0

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            shown = "{" + ", ".join([f"{key!r}: {n!r}" for key, n in self.most_common()]) + "}"
        except TypeError:
            shown = dict.__repr__(self)
        return f"{type(self).__name__}({shown})"

    def __reduce__(self):
        return type(self), (dict(self),)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead."
        )

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def most_common(self, n=None):
        ranked = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return ranked if n is None else ranked[:n]

    def elements(self):
        return _chain.from_iterable([_repeat(key, n) for key, n in self.items() if n > 0])

    def total(self):
        return sum(self.values())

    def update(self, iterable=None, /, **counts):
        self._count(iterable, 1)
        self._count(counts, 1)

    def subtract(self, iterable=None, /, **counts):
        self._count(iterable, -1)
        self._count(counts, -1)

    def _count(self, iterable, sign):
        if iterable is None:
            return
        get = self.get
        if isinstance(iterable, dict):
            for key, n in iterable.items():
                self[key] = get(key, 0) + sign * n
        else:
            for key in iterable:
                self[key] = get(key, 0) + sign

    def _combined(self, other, combine):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key in _chain(self, [key for key in other if key not in self]):
            n = combine(self[key], other[key])
            if n > 0:
                result[key] = n
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

    def _become(self, other):
        if other is not NotImplemented:
            self.clear()
            dict.update(self, other)
        return self

    def __iadd__(self, other):
        return self._become(self + other)

    def __isub__(self, other):
        return self._become(self - other)

    def __ior__(self, other):
        return self._become(self | other)

    def __iand__(self, other):
        return self._become(self & other)

    def _all(self, other, holds):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([holds(self[key], other[key]) for key in _chain(self, other)])

    def __eq__(self, other):
        return self._all(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._all(other, lambda a, b: a == b) is False if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        return self._all(other, lambda a, b: a <= b)

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return self._all(other, lambda a, b: a >= b)

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented
