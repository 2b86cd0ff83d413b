"""Open files of the directory in memory."""

import io as _io
import os as _os
import time as _time
from os._files import fault as _fault, found as _found, made as _made, node_at as _node_at


class _File:
    """What files of text and of bytes have in common: a place in a file, counted in bytes."""

    newlines = None

    def __init__(self, node, name, mode):
        self._node, self.name, self.mode = node, name, mode
        self._reads, self._writes = "r" in mode or "+" in mode, mode[0] != "r" or "+" in mode
        self._at = 0
        self.closed = False
        if mode[0] == "w":
            node.parts = []
        if mode[0] == "a":
            self._at = node.size()

    def _check(self, is_allowed=True, what=""):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not is_allowed:
            raise _io.UnsupportedOperation(what)

    def _rest(self):
        self._check(self._reads, "not readable")
        return self._node.content()[self._at :]

    def _taken(self, size):
        """So many bytes from here, or all."""
        if self.closed and "b" in self.mode:
            raise ValueError("read of closed file")
        self._check(self._reads, "not readable" if "b" not in self.mode else "read")
        content = self._node.content()
        end = len(content) if size is None or size < 0 else self._at + size
        part = content[self._at : end]
        self._at += len(part)
        return part

    def _line(self, size=-1):
        content = self._node.content()
        end = content.find(b"\n", self._at) + 1 or len(content)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        return self._taken(end - self._at)

    def _put(self, data):
        if self.closed and "b" in self.mode:
            raise ValueError("write to closed file")
        self._check(self._writes, "not writable" if "b" not in self.mode else "write")
        node = self._node
        node.changed = _time.time()
        if self.mode[0] == "a":
            self._at = node.size()
        if self._at == sum([len(part) for part in node.parts[1:]], len(node.parts[0]) if node.parts else 0):
            node.parts.append(data)
        else:
            content = node.content()
            node.parts = [content[: self._at].ljust(self._at, b"\0") + data + content[self._at + len(data) :]]
        self._at += len(data)

    def seek(self, offset, whence=0, /):
        self._check()
        self._at = max(offset + (0, self._at, self._node.size())[whence], 0)
        return self._at

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        self._check(self._writes, "truncate")
        size = self._at if size is None else size
        self._node.parts = [self._node.content()[:size].ljust(size, b"\0")]
        return size

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def fileno(self):
        self._check()
        return 3

    def isatty(self):
        return False

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return True

    def readlines(self, hint=-1, /):
        return list(self)

    def writelines(self, lines, /):
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


class _Binary(_File):
    @property
    def raw(self):
        return self

    def read(self, size=-1, /):
        return self._taken(size)

    read1 = read

    def readall(self):
        return self._taken(-1)

    def readline(self, size=-1, /):
        return self._line(size)

    def readinto(self, buffer, /):
        part = self._taken(len(buffer))
        buffer[: len(part)] = part
        return len(part)

    def peek(self, size=0, /):
        return self._rest()

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        self._put(data)
        return len(data)

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"


class BufferedReader(_Binary):
    pass


class BufferedWriter(_Binary):
    pass


class BufferedRandom(_Binary):
    pass


class FileIO(_Binary):
    pass


class TextIOWrapper(_File):
    def __init__(self, node, name, mode, encoding, errors, newline):
        super().__init__(node, name, mode)
        self.encoding = encoding or "UTF-8"
        self.errors = errors or "strict"
        self._newline = newline
        self.line_buffering = False

    def _text(self, data):
        text = data.decode(self.encoding, self.errors)
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self._text(self._taken(-1))
        rest = self._rest()
        text = rest[: size * 4].decode(self.encoding, "ignore")[:size]
        self._at += len(text.encode(self.encoding))
        return self._text(text.encode(self.encoding))

    def readline(self, size=-1, /):
        if size is not None and size >= 0:
            line = self._line()
            text = line.decode(self.encoding, self.errors)
            if len(text) > size:
                self._at += len(text[:size].encode(self.encoding)) - len(line)
                text = text[:size]
            return text
        return self._text(self._line())

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self._newline in ("\r", "\r\n"):
            self._put(text.replace("\n", self._newline).encode(self.encoding, self.errors))
        else:
            self._put(text.encode(self.encoding, self.errors))
        return len(text)

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if isinstance(file, int):
        raise OSError(9, "Bad file descriptor")
    name, letters = _os.fspath(file), set(mode)
    if letters - set("rwxabt+") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    if len(letters & set("rwxa")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if letters >= {"b", "t"}:
        raise ValueError("can't have text and binary mode at once")
    if "b" in mode and (encoding or errors or newline):
        what = "encoding" if encoding else "errors" if errors else "newline"
        raise ValueError(f"binary mode doesn't take {'an ' if what != 'a' else ''}{what} argument")
    node = _node_at(name)
    if node is not None:
        if "x" in mode:
            raise _fault(17, name)
        if node.parts is None:
            raise _fault(21, name)
    else:
        node = _found(name) if "r" in mode else _made(name)
    first = [letter for letter in mode if letter in "rwxa"][0]
    plain = first + ("b" if "b" in mode else "") + ("+" if "+" in mode else "")
    if "b" not in mode:
        return TextIOWrapper(node, name, mode if mode[0] in "rwxa" else plain, encoding, errors, newline)
    if buffering == 0:
        return FileIO(node, name, plain)
    kind = BufferedRandom if "+" in mode else BufferedReader if first == "r" else BufferedWriter
    return kind(node, name, plain)
