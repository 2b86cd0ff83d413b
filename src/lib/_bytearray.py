"""`bytearray`: bytes that change. What it tells of them is what `bytes` tells."""

from _bytes import buffer


def _index(value, what):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"{what}, not {type(value).__name__}") from None


def _byte(value):
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    value = value.__index__()
    if not 0 <= value < 256:
        raise ValueError("byte must be in range(0, 256)")
    return value


def _bytes(value):
    # Of what has a buffer.
    if isinstance(value, bytes):
        return value
    if not hasattr(value, "__buffer__"):
        raise TypeError(f"can't concat {type(value).__name__} to bytearray")
    return bytes(value)


def _made(source):
    made = bytearray.__new__(bytearray)
    made._buffer = buffer(source)
    return made


def _copies(name):
    method = getattr(bytes, name)

    def call(self, *args, **kwargs):
        found = method(self._all(), *args, **kwargs)
        if isinstance(found, bytes):
            return _made(found)
        if isinstance(found, list):
            return [_made(part) for part in found]
        if isinstance(found, tuple):
            return tuple([_made(part) for part in found])
        return found

    call.__name__ = name
    call.__qualname__ = f"bytearray.{name}"
    return call


class bytearray:
    __slots__ = ("_buffer",)
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._buffer = buffer(0)
        return self

    def __init__(self, source=b"", encoding=None, errors=None):
        if isinstance(source, str):
            if encoding is None:
                raise TypeError("string argument without an encoding")
            source = source.encode(encoding, "strict" if errors is None else errors)
        elif encoding is not None or errors is not None:
            raise TypeError("encoding without a string argument")
        elif hasattr(source, "__index__"):
            source = source.__index__()
        elif not isinstance(source, bytes) and not hasattr(source, "__buffer__"):
            try:
                items = iter(source)
            except TypeError:
                name = type(source).__name__
                raise TypeError(f"cannot convert '{name}' object to bytearray") from None
            source = bytes([_byte(item) for item in items])
        else:
            source = bytes(source)
        self._buffer = buffer(source)

    def _all(self):
        return self._buffer.read(0, self._buffer.size())

    def __buffer__(self, flags):
        return self._all()

    def __reduce_ex__(self, protocol):
        return type(self), (self._all(),), None

    def __len__(self):
        return self._buffer.size()

    def __repr__(self):
        return f"{type(self).__name__}({self._all()!r})"

    def __iter__(self):
        at = 0
        while at < self._buffer.size():
            yield self._buffer.get(at)
            at += 1

    def _place(self, index):
        size = self._buffer.size()
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError("bytearray index out of range")
        return index

    def __getitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = index.indices(self._buffer.size())
            if step == 1:
                return _made(self._buffer.read(start, max(start, stop)))
            return _made(self._all()[index])
        index = _index(index, "bytearray indices must be integers or slices")
        return self._buffer.get(self._place(index))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if isinstance(value, (int, str)):
                raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
            value = value if isinstance(value, bytes) else bytes(bytearray(value))
            start, stop, step = index.indices(self._buffer.size())
            if step == 1:
                self._buffer.splice(start, max(start, stop), value)
                return
            places = range(start, stop, step)
            if not value:
                del self[index]
            elif len(value) != len(places):
                sizes = f"{len(value)} to extended slice of size {len(places)}"
                raise ValueError(f"attempt to assign bytes of size {sizes}")
            else:
                for place, byte in zip(places, value):
                    self._buffer.put(place, byte)
            return
        index = _index(index, "bytearray indices must be integers or slices")
        byte = _byte(value)
        self._buffer.put(self._place(index), byte)

    def __delitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = index.indices(self._buffer.size())
            if step == 1:
                self._buffer.splice(start, max(start, stop), b"")
            else:
                rest = list(self._all())
                del rest[index]
                self._buffer.splice(0, self._buffer.size(), bytes(rest))
            return
        index = self._place(_index(index, "bytearray indices must be integers or slices"))
        self._buffer.splice(index, index + 1, b"")

    def __contains__(self, item):
        return (bytes(item) if hasattr(item, "__buffer__") else item) in self._all()

    def __add__(self, other):
        return _made(self._all() + _bytes(other))

    def __radd__(self, other):
        if not isinstance(other, bytes):
            return NotImplemented
        return other + self._all()

    def __iadd__(self, other):
        end = self._buffer.size()
        self._buffer.splice(end, end, _bytes(other))
        return self

    def __mul__(self, count):
        if not hasattr(count, "__index__"):
            name = type(count).__name__
            raise TypeError(f"can't multiply sequence by non-int of type '{name}'")
        return _made(self._all() * count.__index__())

    __rmul__ = __mul__

    def __imul__(self, count):
        self._buffer.splice(0, self._buffer.size(), self._all() * count.__index__())
        return self

    def __mod__(self, values):
        return _made(self._all() % values)

    def __eq__(self, other):
        if not isinstance(other, bytes) and not hasattr(other, "__buffer__"):
            return NotImplemented
        return self._all() == bytes(other)

    def __lt__(self, other):
        if not isinstance(other, bytes) and not hasattr(other, "__buffer__"):
            return NotImplemented
        return self._all() < bytes(other)

    def __le__(self, other):
        if not isinstance(other, bytes) and not hasattr(other, "__buffer__"):
            return NotImplemented
        return self._all() <= bytes(other)

    def __gt__(self, other):
        if not isinstance(other, bytes) and not hasattr(other, "__buffer__"):
            return NotImplemented
        return self._all() > bytes(other)

    def __ge__(self, other):
        if not isinstance(other, bytes) and not hasattr(other, "__buffer__"):
            return NotImplemented
        return self._all() >= bytes(other)

    def append(self, item, /):
        end = self._buffer.size()
        self._buffer.splice(end, end, bytes([_byte(item)]))

    def extend(self, items, /):
        if isinstance(items, str):
            raise TypeError(f"expected iterable of integers; got: '{type(items).__name__}'")
        end = self._buffer.size()
        self._buffer.splice(end, end, items if isinstance(items, bytes) else bytes(bytearray(items)))

    def insert(self, index, item, /):
        size = self._buffer.size()
        index = index.__index__()
        if index < 0:
            index = max(index + size, 0)
        index = min(index, size)
        self._buffer.splice(index, index, bytes([_byte(item)]))

    def pop(self, index=-1, /):
        size = self._buffer.size()
        if not size:
            raise IndexError("pop from empty bytearray")
        index = index.__index__()
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError("pop index out of range")
        byte = self._buffer.get(index)
        self._buffer.splice(index, index + 1, b"")
        return byte

    def remove(self, value, /):
        index = self._all().find(bytes([_byte(value)]))
        if index < 0:
            raise ValueError("value not found in bytearray")
        self._buffer.splice(index, index + 1, b"")

    def reverse(self):
        self._buffer.splice(0, self._buffer.size(), self._all()[::-1])

    def clear(self):
        self._buffer.splice(0, self._buffer.size(), b"")

    def copy(self):
        return _made(self._all())

    def resize(self, size, /):
        if size < 0:
            raise ValueError(f"bytearray.resize(): new size must be >= 0, got {size}")
        self._buffer.splice(size, self._buffer.size(), bytes(max(size - self._buffer.size(), 0)))

    @classmethod
    def fromhex(cls, string, /):
        return cls(bytes.fromhex(string))

    @staticmethod
    def maketrans(frm, to, /):
        return bytes.maketrans(frm, to)


for _name in (
    "capitalize", "center", "count", "decode", "endswith", "expandtabs", "find", "hex", "index",
    "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper", "join",
    "ljust", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rfind",
    "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith",
    "strip", "swapcase", "title", "translate", "upper", "zfill",
):
    setattr(bytearray, _name, _copies(_name))
