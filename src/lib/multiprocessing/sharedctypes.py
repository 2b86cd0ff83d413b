"""Numbers and arrays in memory that processes share."""

import _process
from multiprocessing import process as _processes
from multiprocessing.synchronize import RLock

_SIZES = {"c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "f": 4}
_ZEROS = {"c": b"\0", "f": 0.0, "d": 0.0, "?": False}


def _code_of(typecode_or_type):
    """Of a code, or of a type of `ctypes`, which knows its own."""
    code = getattr(typecode_or_type, "_type_", typecode_or_type)
    if code not in "cbB?hHiIlLqQfd" or len(code) != 1:
        raise TypeError(f"unknown type code {code!r}")
    return code


class _Block:
    """Memory that goes to other processes by its handle."""

    def __init__(self, code, length):
        self._code = code
        self._length = length
        self._block = _process.block(_SIZES.get(code, 8) * length)

    def __getstate__(self):
        _processes._assert_spawning(self)
        return self._code, self._length, self._block

    def __setstate__(self, state):
        self._code, self._length, self._block = state


class _RawValue(_Block):
    @property
    def value(self):
        return _process.load(self._block, self._code, 0)

    @value.setter
    def value(self, value):
        _process.store(self._block, self._code, 0, value)

    def __repr__(self):
        return f"c_{_NAMES.get(self._code, self._code)}({self.value!r})"


_NAMES = {"i": "int", "d": "double", "f": "float", "l": "long", "b": "byte", "?": "bool", "c": "char"}


class _RawArray(_Block):
    def __len__(self):
        return self._length

    def __getitem__(self, index):
        places = self._places(index)
        if isinstance(places, int):
            return _process.load(self._block, self._code, places)
        items = [self[place] for place in places]
        return b"".join(items) if self._code == "c" else items

    def __setitem__(self, index, value):
        places = self._places(index)
        if isinstance(places, int):
            _process.store(self._block, self._code, places, value)
            return
        values = list(value)
        if len(places) != len(values):
            raise ValueError("Can only assign sequence of same size")
        for place, one in zip(places, values):
            self[place] = bytes([one]) if self._code == "c" else one

    def _places(self, index):
        """The place, or those of a slice."""
        try:
            return range(self._length)[index]
        except IndexError:
            raise IndexError("invalid index") from None

    def __iter__(self):
        for place in range(self._length):
            yield self[place]

    @property
    def raw(self):
        return self[:]

    @property
    def value(self):
        if self._code != "c":
            raise AttributeError("value")
        return self[:].split(b"\0")[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length:
            raise ValueError("byte string too long")
        self[: len(value)] = value
        if len(value) < self._length:
            self[len(value)] = b"\0"


class _Synchronized:
    """Something in shared memory with a lock."""

    def __init__(self, obj, lock=None):
        self._obj = obj
        self._lock = RLock() if lock is None else lock
        self._bind()

    def __getstate__(self):
        _processes._assert_spawning(self)
        return self._obj, self._lock

    def __setstate__(self, state):
        self._obj, self._lock = state
        self._bind()

    def _bind(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind, value, traceback):
        return self._lock.__exit__(kind, value, traceback)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj!r}>"


class Synchronized(_Synchronized):
    pass


class SynchronizedArray(_Synchronized):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, index):
        with self._lock:
            return self._obj[index]

    def __setitem__(self, index, value):
        with self._lock:
            self._obj[index] = value

    def __iter__(self):
        for index in range(len(self._obj)):
            yield self[index]


class SynchronizedString(SynchronizedArray):
    """Letters in shared memory with a lock."""

    @property
    def raw(self):
        with self._lock:
            return self._obj.raw

    @raw.setter
    def raw(self, value):
        with self._lock:
            self._obj[:] = value


def RawValue(typecode_or_type, *args):
    code = _code_of(typecode_or_type)
    value = _RawValue(code, 1)
    value.value = args[0] if args else _ZEROS.get(code, 0)
    return value


def RawArray(typecode_or_type, size_or_initializer):
    code = _code_of(typecode_or_type)
    if isinstance(size_or_initializer, int):
        return _RawArray(code, size_or_initializer)
    items = list(size_or_initializer)
    array = _RawArray(code, len(items))
    array[:] = items
    return array


def _lock_of(lock):
    if lock in (True, None):
        return RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return lock


def Value(typecode_or_type, *args, lock=True):
    value = RawValue(typecode_or_type, *args)
    return value if lock is False else Synchronized(value, _lock_of(lock))


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    array = RawArray(typecode_or_type, size_or_initializer)
    if lock is False:
        return array
    return (SynchronizedString if array._code == "c" else SynchronizedArray)(array, _lock_of(lock))
