"""`memoryview`: a part of the bytes of something else, as items of a format. One dimension."""

from _bytes import load, store

_SIZES = {
    "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
    "n": 8, "N": 8, "f": 4, "d": 8,
}
_CODES = {"n": "q", "N": "Q"}


class _Items:
    """The items of an `array` as bytes that change."""

    def __init__(self, array):
        self._array = array

    def size(self):
        return len(self._array._items) * self._array.itemsize

    def read(self, start, end):
        size, code = self._array.itemsize, self._array.typecode
        first = start // size
        items = self._array._items[first : -(-end // size)]
        return b"".join([store(code, item) for item in items])[start - first * size : end - first * size]

    def splice(self, start, end, new):
        size, code = self._array.itemsize, self._array.typecode
        first, last = start // size, -(-end // size)
        whole = self.read(first * size, start) + new + self.read(end, last * size)
        parts = [whole[at : at + size] for at in range(0, len(whole), size)]
        self._array._items[first:last] = [load(code, part) for part in parts]


class memoryview:
    __slots__ = ("_obj", "_source", "_start", "_step", "_count", "_format", "_is_readonly", "_is_released")

    def __new__(cls, object):
        self = super().__new__(cls)
        self._is_released = False
        if isinstance(object, memoryview):
            object._check()
            self._is_readonly = object._is_readonly
            self._obj, self._source, self._format = object._obj, object._source, object._format
            self._start, self._step, self._count = object._start, object._step, object._count
            return self
        self._obj = object
        self._start, self._format = 0, "B"
        self._is_readonly = isinstance(object, bytes)
        if isinstance(object, bytes):
            self._source = bytes(object)
        elif hasattr(object, "_buffer"):
            self._source = object._buffer
        elif hasattr(object, "typecode") and hasattr(object, "_items"):
            self._source, self._format = _Items(object), object.typecode
        elif hasattr(object, "__buffer__"):
            return memoryview(object.__buffer__(0))
        else:
            name = type(object).__name__
            raise TypeError(f"memoryview: a bytes-like object is required, not '{name}'")
        self._step = _SIZES[self._format]
        self._count = self._length() // self._step
        return self

    def _length(self):
        source = self._source
        return len(source) if isinstance(source, bytes) else source.size()

    def _check(self):
        if self._is_released:
            raise ValueError("operation forbidden on released memoryview object")

    def _part(self, start, step, count):
        made = memoryview(self)
        made._start, made._step, made._count = start, step, count
        return made

    def _read(self, start, end):
        source = self._source
        return source[start:end] if isinstance(source, bytes) else source.read(start, end)

    def __buffer__(self, flags):
        return self.tobytes()

    @property
    def obj(self):
        self._check()
        return self._obj

    @property
    def format(self):
        self._check()
        return self._format

    @property
    def itemsize(self):
        self._check()
        return _SIZES[self._format]

    @property
    def nbytes(self):
        self._check()
        return self._count * self.itemsize

    @property
    def readonly(self):
        self._check()
        return self._is_readonly

    @property
    def ndim(self):
        self._check()
        return 1

    @property
    def shape(self):
        self._check()
        return (self._count,)

    @property
    def strides(self):
        self._check()
        return (self._step,)

    @property
    def suboffsets(self):
        self._check()
        return ()

    @property
    def contiguous(self):
        self._check()
        return self._step == self.itemsize or self._count <= 1

    c_contiguous = f_contiguous = contiguous

    def __len__(self):
        self._check()
        return self._count

    def _place(self, index):
        try:
            index = index.__index__()
        except AttributeError:
            raise TypeError("memoryview: invalid slice key") from None
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError("index out of bounds on dimension 1")
        return self._start + index * self._step

    def __getitem__(self, index):
        self._check()
        if isinstance(index, slice):
            start, stop, step = index.indices(self._count)
            count = len(range(start, stop, step))
            return self._part(self._start + start * self._step, self._step * step, count)
        place, code = self._place(index), self._format
        return load(_CODES.get(code, code), self._read(place, place + _SIZES[code]))

    def _packed(self, value):
        code = self._format
        kind = f"memoryview: invalid type for format '{code}'"
        if code == "c":
            if not isinstance(value, bytes):
                raise TypeError(kind)
            if len(value) != 1:
                raise ValueError(f"memoryview: invalid value for format '{code}'")
            return value
        if code in "fd":
            if not isinstance(value, (int, float)):
                raise TypeError(kind)
            return store(code, value)
        if code != "?":
            if not hasattr(value, "__index__"):
                raise TypeError(kind)
            value = value.__index__()
        code = _CODES.get(code, code)
        packed = store(code, value)
        if code != "?" and load(code, packed) != value:
            raise ValueError(f"memoryview: invalid value for format '{self._format}'")
        return packed

    def __setitem__(self, index, value):
        self._check()
        if self._is_readonly:
            raise TypeError("cannot modify read-only memory")
        size = _SIZES[self._format]
        if not isinstance(index, slice):
            place = self._place(index)
            self._source.splice(place, place + size, self._packed(value))
            return
        part, new = self[index], memoryview(value)
        if new._format != self._format or new._count != part._count:
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        new = new.tobytes()
        if part._step == size:
            self._source.splice(part._start, part._start + len(new), new)
            return
        for at in range(part._count):
            place = part._start + at * part._step
            self._source.splice(place, place + size, new[at * size:at * size + size])

    def __delitem__(self, index):
        raise TypeError("cannot delete memory")

    def __iter__(self):
        for at in range(len(self)):
            yield self[at]

    def __reversed__(self):
        for at in range(len(self) - 1, -1, -1):
            yield self[at]

    def __contains__(self, item):
        return item in self.tolist()

    def __eq__(self, other):
        if not isinstance(other, (bytes, memoryview)) and not hasattr(other, "__buffer__"):
            return NotImplemented
        if self._is_released:
            return self is other
        other = memoryview(other)
        if self._format == other._format:
            return self.tobytes() == other.tobytes()
        return self.tolist() == other.tolist()

    def __hash__(self):
        self._check()
        if not self._is_readonly:
            raise ValueError("cannot hash writable memoryview object")
        if self._format not in "Bbc":
            raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        return hash(self.tobytes())

    def __repr__(self):
        kind = "released memory" if self._is_released else "memory"
        return f"<{kind} at 0x{id(self):x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle memoryview objects")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *info):
        self.release()

    def release(self):
        self._is_released = True

    def tobytes(self, order="C"):
        self._check()
        size = _SIZES[self._format]
        if self._step == size:
            return self._read(self._start, self._start + self._count * size)
        places = [self._start + at * self._step for at in range(self._count)]
        return b"".join([self._read(place, place + size) for place in places])

    def tolist(self):
        self._check()
        return [self[at] for at in range(self._count)]

    def hex(self, *args, **kwargs):
        return self.tobytes().hex(*args, **kwargs)

    def count(self, value, /):
        return self.tolist().count(value)

    def index(self, value, /, *bounds):
        try:
            return self.tolist().index(value, *bounds)
        except ValueError:
            raise ValueError("memoryview.index(x): x not found") from None

    def toreadonly(self):
        made = memoryview(self)
        made._is_readonly = True
        return made

    def cast(self, format, shape=None):
        self._check()
        code = format[1:] if format[:1] == "@" else format
        if code not in _SIZES:
            raise ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
        size, own = _SIZES[code], _SIZES[self._format]
        if self._step != own:
            raise TypeError("memoryview: casts are restricted to C-contiguous views")
        if code not in "Bbc" and self._format not in "Bbc":
            raise TypeError("memoryview: cannot cast between two non-byte formats")
        if self.nbytes % size:
            raise TypeError("memoryview: length is not a multiple of itemsize")
        if shape is not None and list(shape) != [self.nbytes // size]:
            raise NotImplementedError("a memoryview has one dimension in the playground")
        made = self._part(self._start, size, self.nbytes // size)
        made._format = code
        return made
