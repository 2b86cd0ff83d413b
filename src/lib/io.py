"""Files in memory."""

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


class _Memory:
    """Text or bytes that are read and written like a file."""

    _nothing = ""

    def __init__(self, initial=None, newline="\n"):
        self._content = self._nothing if initial is None else initial
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def getvalue(self):
        self._check()
        return self._content

    def write(self, part, /):
        self._check()
        kind = type(self._nothing)
        if not isinstance(part, kind):
            if kind is str:
                raise TypeError(f"string argument expected, got '{type(part).__name__}'")
            raise TypeError(f"a bytes-like object is required, not '{type(part).__name__}'")
        content, at = self._content, self._at
        if at == len(content):
            self._content = content + part
        else:
            self._content = content[:at] + part + content[at + len(part) :]
        self._at = at + len(part)
        return len(part)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def read(self, size=-1, /):
        self._check()
        end = len(self._content) if size is None or size < 0 else self._at + size
        part = self._content[self._at : end]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        end = self._content.find(self._newline, self._at) + 1 or len(self._content)
        return self.read(end - self._at if size is None or size < 0 else min(size, end - self._at))

    def readlines(self, hint=-1, /):
        return list(self)

    def seek(self, offset, whence=SEEK_SET, /):
        self._check()
        self._at = max(offset + (0, self._at, len(self._content))[whence], 0)
        return self._at

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        size = self._at if size is None else size
        self._content = self._content[:size]
        return size

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def __iter__(self):
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


class StringIO(_Memory):
    _newline = "\n"


class BytesIO(_Memory):
    _nothing = b""
    _newline = b"\n"
