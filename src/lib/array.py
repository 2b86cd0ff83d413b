"""Lists of numbers of one kind."""

from _bytes import load as _load, store as _store

typecodes = "bBuwhHiIlLqQfd"
_SIZES = {"b": 1, "B": 1, "u": 4, "w": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
_KINDS = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short", "H": "unsigned short", "i": "signed integer", "I": "unsigned int"}


class array:
    # What `match` takes it for.
    _is_sequence = True

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            kind = type(typecode).__name__
            raise TypeError(f"array() argument 1 must be a unicode character, not {kind}")
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode, self.itemsize = typecode, _SIZES[typecode]
        self._items = []
        if isinstance(initializer, str):
            if typecode not in "uw":
                raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
            self.fromunicode(initializer)
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            for value in initializer:
                self.append(value)

    def _checked(self, value):
        code = self.typecode
        if code in "fd":
            if not isinstance(value, (int, float)):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            return float(value) if code == "d" else _load("f", _store("f", float(value)))
        if code in "uw":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be a unicode character")
            return value
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        bits = 8 * self.itemsize
        low, high = (0, (1 << bits) - 1) if code.isupper() else (-(1 << bits - 1), (1 << bits - 1) - 1)
        if not low <= value <= high:
            name = _KINDS.get(code)
            if name is None or code == "I":
                text = "can't convert negative value to unsigned int" if value < 0 else "Python int too large to convert to C unsigned long"
                raise OverflowError(text if code.isupper() else "Python int too large to convert to C long")
            raise OverflowError(f"{name} is {'less than minimum' if value < low else 'greater than maximum'}")
        return int(value)

    def _made(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def append(self, v, /):
        self._items.append(self._checked(v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(bb._items)
        else:
            for value in bb:
                self.append(value)

    def fromlist(self, list, /):
        self._items.extend([self._checked(value) for value in list])

    def tolist(self):
        return list(self._items)

    def frombytes(self, buffer, /):
        data, size = bytes(buffer), self.itemsize
        if len(data) % size:
            raise ValueError("bytes length not a multiple of item size")
        for at in range(0, len(data), size):
            part = data[at : at + size]
            if self.typecode in "fd":
                self._items.append(_load(self.typecode, part))
            elif self.typecode in "uw":
                self._items.append(part.decode("utf-32-le"))
            else:
                self._items.append(int.from_bytes(part, "little", signed=self.typecode.islower()))

    def tobytes(self):
        code, size = self.typecode, self.itemsize
        if code in "fd":
            return b"".join([_store(code, value) for value in self._items])
        if code in "uw":
            return "".join(self._items).encode("utf-32-le")
        is_signed = code.islower()
        return b"".join([value.to_bytes(size, "little", signed=is_signed) for value in self._items])

    def __buffer__(self, flags, /):
        return memoryview(self.tobytes()).cast(self.typecode)

    def fromunicode(self, ustr, /):
        self._items.extend(ustr)

    def tounicode(self):
        return "".join(self._items)

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data[: len(data) // self.itemsize * self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def tofile(self, f, /):
        f.write(self.tobytes())

    def byteswap(self):
        data, size = self.tobytes(), self.itemsize
        self._items = []
        self.frombytes(b"".join([data[at : at + size][::-1] for at in range(0, len(data), size)]))

    def buffer_info(self):
        return id(self), len(self)

    def insert(self, i, v, /):
        self._items.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(i)

    def remove(self, v, /):
        if v not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(v)

    def clear(self):
        self._items.clear()

    def index(self, v, start=0, stop=None, /):
        try:
            return self._items.index(v, start, len(self) if stop is None else stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._made(self._items[index])
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError(f"can only assign array (not \"{type(value).__name__}\") to array slice")
            self._items[index] = value._items
            return
        value = self._checked(value)
        try:
            self._items[index] = value
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, index):
        del self._items[index]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only append array (not \"{type(other).__name__}\") to array")
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._made(self._items + other._items)

    def __radd__(self, other):
        return other + self.tobytes() if isinstance(other, bytes) else NotImplemented

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only extend with array (not \"{type(other).__name__}\")")
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._made(self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    def __copy__(self):
        return self._made(list(self._items))

    def __deepcopy__(self, memo):
        return self._made(list(self._items))

    def __reduce__(self):
        return array, (self.typecode, self._items)

    def __class_getitem__(cls, item):
        return cls

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        shown = self.tounicode() if self.typecode in "uw" else self._items
        return f"array('{self.typecode}', {shown!r})"


ArrayType = array
