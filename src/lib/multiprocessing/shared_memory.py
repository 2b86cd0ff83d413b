"""Memory that processes share by its name."""

import _process


class _Buffer:
    """The bytes of a block."""

    def __init__(self, block, size):
        self._block = block
        self._size = size

    def __len__(self):
        return self._size

    def __getitem__(self, index):
        places = range(self._size)[index]
        if isinstance(places, int):
            return _process.read(self._block, places, 1)[0]
        if places.step == 1:
            return _process.read(self._block, places.start, len(places))
        return bytes([self[place] for place in places])

    def __setitem__(self, index, value):
        places = range(self._size)[index]
        if isinstance(places, int):
            _process.write(self._block, places, bytes([value]))
            return
        value = bytes(value)
        if len(value) != len(places):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        if places.step == 1:
            _process.write(self._block, places.start, value)
        else:
            for place, byte in zip(places, value):
                self[place] = byte

    def tobytes(self):
        return self[:]

    def release(self):
        pass


class SharedMemory:
    def __init__(self, name=None, create=False, size=0, *, track=True):
        if create:
            if size <= 0:
                raise ValueError("'size' must be a positive number different from zero")
            block = _process.block(size)
            # Who has the name finds the block, and knows how large it is.
            name = f"psm_{block:x}_{size:x}"
        elif name is None:
            raise ValueError("'name' can only be None if create=True")
        else:
            try:
                kind, block, size = name.split("_")
                block, size = int(block, 16), int(size, 16)
                _process.read(block, 0, size and 1)
            except (ValueError, OSError):
                raise FileNotFoundError(2, "No such file or directory", name) from None
        self._name = name
        self._size = size
        self._buf = _Buffer(block, size)

    def __reduce__(self):
        return SharedMemory, (self._name,)

    def __repr__(self):
        return f"{type(self).__name__}({self._name!r}, size={self._size})"

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name

    @property
    def size(self):
        return self._size

    def close(self):
        self._buf = None

    def unlink(self):
        pass
