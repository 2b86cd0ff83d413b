"""Files in memory."""

from _bytes import buffer as _buffer

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 131072


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    """What all files can do, over what each of them can."""

    _is_closed = False

    def _refuse(self, what):
        raise UnsupportedOperation(what)

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    @property
    def closed(self):
        return self._is_closed

    def close(self):
        if not self._is_closed:
            try:
                self.flush()
            finally:
                self._is_closed = True

    def flush(self):
        self._check()

    def fileno(self):
        self._refuse("fileno")

    def isatty(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return False

    def writable(self):
        self._check()
        return False

    def seekable(self):
        self._check()
        return False

    def seek(self, offset, whence=SEEK_SET, /):
        self._refuse("seek")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def truncate(self, size=None, /):
        self._refuse("truncate")

    def readline(self, size=-1, /):
        line = b""
        while size is None or size < 0 or len(line) < size:
            byte = self.read(1)
            if not byte:
                break
            line += byte
            if line.endswith(b"\n"):
                break
        return line

    def readlines(self, hint=-1, /):
        lines, length = [], 0
        for line in self:
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *info):
        self.close()


class RawIOBase(IOBase):
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        into = bytearray(size)
        count = self.readinto(into)
        return None if count is None else bytes(into[:count])

    def readall(self):
        parts = []
        while part := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(part)
        return b"".join(parts)

    def readinto(self, into, /):
        self._refuse("readinto")

    def write(self, part, /):
        self._refuse("write")


class BufferedIOBase(IOBase):
    def read(self, size=-1, /):
        self._refuse("read")

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, into, /):
        part = self.read(len(into))
        into[: len(part)] = part
        return len(part)

    readinto1 = readinto

    def write(self, part, /):
        self._refuse("write")

    def detach(self):
        self._refuse("detach")


class TextIOBase(IOBase):
    encoding = errors = newlines = None

    def read(self, size=-1, /):
        self._refuse("read")

    def readline(self, size=-1, /):
        self._refuse("readline")

    def write(self, text, /):
        self._refuse("write")

    def detach(self):
        self._refuse("detach")


def _bytes(value):
    if not isinstance(value, bytes) and not hasattr(value, "__buffer__"):
        raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
    return bytes(value)


class _Seekable:
    """The place in a file in memory, which may lie behind its end."""

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def flush(self):
        pass

    def tell(self):
        self._check()
        return self._at

    def _part(self, size):
        # Where the next part ends.
        end = self._length()
        if size is not None:
            if not hasattr(size, "__index__"):
                raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
            size = size.__index__()
            if size >= 0:
                end = min(end, self._at + size)
        return max(end, self._at)

    def _size(self, size):
        if size is None:
            return self._at
        if size < 0:
            raise ValueError(f"{self._negative_size} {size}")
        return size


class BytesIO(_Seekable, BufferedIOBase):
    _negative_size = "negative size value"

    def __init__(self, initial_bytes=b""):
        self._buffer = _buffer(b"" if initial_bytes is None else _bytes(initial_bytes))
        self._at = 0

    def _length(self):
        self._check()
        return self._buffer.size()

    def getvalue(self):
        return self._buffer.read(0, self._length())

    def getbuffer(self):
        self._check()
        return memoryview(self)

    def __getstate__(self):
        return self.getvalue(), self._at, None

    def __setstate__(self, state):
        self.__init__(state[0])
        self._at = state[1]

    def read(self, size=-1, /):
        end = self._part(size)
        part = self._buffer.read(self._at, end)
        self._at = max(self._at, min(end, self._buffer.size()))
        return part

    def readline(self, size=-1, /):
        end = self._part(size)
        part = self._buffer.read(self._at, end)
        line = part[: part.find(b"\n") + 1 or len(part)]
        self._at += len(line)
        return line

    def write(self, part, /):
        length = self._length()
        part = _bytes(part)
        if part and self._at > length:
            self._buffer.splice(length, length, bytes(self._at - length))
        self._buffer.splice(self._at, self._at + len(part), part)
        self._at += len(part)
        return len(part)

    def seek(self, offset, whence=SEEK_SET, /):
        self._check()
        if whence not in (SEEK_SET, SEEK_CUR, SEEK_END):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == SEEK_SET and offset < 0:
            raise ValueError(f"negative seek value {offset}")
        self._at = max(offset + (0, self._at, self._buffer.size())[whence], 0)
        return self._at

    def truncate(self, size=None, /):
        length, size = self._length(), self._size(size)
        self._buffer.splice(min(size, length), length, b"")
        return size


class StringIO(_Seekable, TextIOBase):
    _negative_size = "Negative size value"

    def __init__(self, initial_value="", newline="\n"):
        if not isinstance(initial_value, (str, type(None))):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        # What is written at the end is put together when it is read.
        self._content, self._parts, self._count = "", [], 0
        self._at = 0
        self.write(initial_value or "")
        self._at = 0

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _text(self):
        self._check()
        if self._parts:
            self._content += "".join(self._parts)
            self._parts = []
        return self._content

    def _length(self):
        return len(self._text())

    @property
    def line_buffering(self):
        return False

    def getvalue(self):
        return self._text()

    def __getstate__(self):
        return self._text(), self._newline, self._at, None

    def __setstate__(self, state):
        self.__init__(state[0], state[1])
        self._at = state[2]

    def read(self, size=-1, /):
        text, end = self._text(), self._part(size)
        part = text[self._at : end]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        text, end = self._text(), self._part(size)
        if self._newline == "":
            ends = [place + 1 for place in (text.find("\n", self._at), text.find("\r", self._at)) if place >= 0]
            behind = min(ends, default=0)
            if behind and text[behind - 1 : behind + 1] == "\r\n":
                behind += 1
        else:
            mark = self._newline or "\n"
            behind = text.find(mark, self._at) + 1
            behind += len(mark) - 1 if behind else 0
        line = text[self._at : min(behind or len(text), end)]
        self._at += len(line)
        return line

    def write(self, text, /):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        count = len(text)
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline.startswith("\r"):
            text = text.replace("\n", self._newline)
        if self._at == self._count:
            self._parts.append(text)
        elif text:
            content = self._text().ljust(self._at, "\0")
            self._content = content[: self._at] + text + content[self._at + len(text) :]
        self._at += len(text)
        self._count = max(self._count, self._at if text else 0)
        return count

    def seek(self, offset, whence=SEEK_SET, /):
        self._check()
        if whence not in (SEEK_SET, SEEK_CUR, SEEK_END):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == SEEK_SET and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence != SEEK_SET and offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = (offset, self._at, self._count)[whence]
        return self._at

    def truncate(self, size=None, /):
        text, size = self._text(), self._size(size)
        self._content = text[:size]
        self._count = len(self._content)
        return size
