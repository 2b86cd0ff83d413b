"""Memory that processes share by its name."""

import _process
import struct as _struct


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
    """A block that whoever knows its name can use."""

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


class ShareableList:
    """A list of fixed length in shared memory: numbers, texts, bytes, `True`, `False` and `None`, each of
    which takes as much room as what stood there first."""

    # What a value is packed as, before its 8 bytes or its length.
    _INT, _FLOAT, _FALSE, _TRUE, _NONE, _STR, _BYTES = range(7)

    def __init__(self, sequence=None, *, name=None):
        if sequence is None:
            self.shm = SharedMemory(name)
            self._places = self._read_places()
            return
        values = list(sequence)
        places, at = [], 8 * (len(values) + 1)
        for value in values:
            places.append(at)
            # Texts and bytes have room up to a multiple of 8.
            size = 8
            if isinstance(value, (str, bytes)):
                length = len(value if isinstance(value, bytes) else value.encode())
                size = 8 + 8 * (length // 8 + 1)
            at += 8 + size
        self.shm = SharedMemory(name, True, at)
        self._places = [*places, at]
        self._put_number(0, len(values))
        for index, place in enumerate(places):
            self._put_number(8 * (index + 1), place)
        for index, value in enumerate(values):
            self[index] = value

    def _put_number(self, at, number):
        self.shm.buf[at : at + 8] = number.to_bytes(8, "little", signed=True)

    def _number(self, at):
        return int.from_bytes(self.shm.buf[at : at + 8], "little", signed=True)

    def _read_places(self):
        return [self._number(8 * (index + 1)) for index in range(self._number(0))] + [self.shm.size]

    def _place(self, index):
        count = len(self)
        if not -count <= index < count:
            raise IndexError("index out of range")
        return index % count

    def __len__(self):
        return len(self._places) - 1

    def __getitem__(self, position):
        at = self._places[self._place(position)]
        kind = self._number(at)
        if kind in (self._FALSE, self._TRUE):
            return kind == self._TRUE
        if kind == self._NONE:
            return None
        if kind == self._INT:
            return self._number(at + 8)
        if kind == self._FLOAT:
            return _struct.unpack("<d", self.shm.buf[at + 8 : at + 16])[0]
        length = self._number(at + 8)
        value = self.shm.buf[at + 16 : at + 16 + length]
        return value.decode() if kind == self._STR else value

    def __setitem__(self, position, value):
        index = self._place(position)
        at = self._places[index]
        if value is None or value is True or value is False:
            self._put_number(at, self._NONE if value is None else self._TRUE if value else self._FALSE)
        elif isinstance(value, int):
            self._put_number(at + 8, value)
            self._put_number(at, self._INT)
        elif isinstance(value, float):
            self.shm.buf[at + 8 : at + 16] = _struct.pack("<d", value)
            self._put_number(at, self._FLOAT)
        elif isinstance(value, (str, bytes)):
            data = value if isinstance(value, bytes) else value.encode()
            if len(data) > self._places[index + 1] - at - 16:
                raise ValueError("bytes/str item exceeds available storage")
            self.shm.buf[at + 16 : at + 16 + len(data)] = data
            self._put_number(at + 8, len(data))
            self._put_number(at, self._BYTES if isinstance(value, bytes) else self._STR)
        else:
            raise KeyError(type(value))

    def __reduce__(self):
        return _attached, (self.shm.name,)

    def __repr__(self):
        return f"{type(self).__name__}({list(self)}, name={self.shm.name!r})"

    def count(self, value):
        return list(self).count(value)

    def index(self, value):
        for index, each in enumerate(self):
            if each == value:
                return index
        raise ValueError("ShareableList.index(x): x not in list")


def _attached(name):
    return ShareableList(name=name)
