"""A list with two ends."""

from _collections import ring as _ring

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
        if not isinstance(other, deque):
            return NotImplemented
        return self._ring.items() == other._ring.items()

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._ring.items() < other._ring.items()

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._ring.items() <= other._ring.items()

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._ring.items() > other._ring.items()

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._ring.items() >= other._ring.items()
