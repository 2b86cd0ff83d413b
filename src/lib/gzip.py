"""Bytes in fewer bytes, as `gzip` packs them."""

import zlib as _zlib
from _files import open as _open
from io import BytesIO as _BytesIO


class BadGzipFile(OSError):
    pass


def compress(data, compresslevel=9, *, mtime=0):
    return _zlib.compress(data, compresslevel, 31)


def decompress(data):
    if data[:2] != b"\x1f\x8b":
        raise BadGzipFile(f"Not a gzipped file ({data[:2]!r})")
    return _zlib.decompress(data, 31)


class GzipFile(_BytesIO):
    """A file that is packed when it is closed, or was unpacked when it was opened."""

    def __init__(self, filename=None, mode="rb", compresslevel=9, fileobj=None, mtime=None):
        self._file = _open(filename, mode[0] + "b") if fileobj is None else fileobj
        self._level = compresslevel if mode[0] != "r" else None
        super().__init__(decompress(self._file.read()) if mode[0] == "r" else None)

    def close(self):
        if not self.closed and self._level is not None:
            self._file.write(compress(self.getvalue(), self._level))
        super().close()
        self._file.close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode:
        raise NotImplementedError("gzip.open of text is not supported by the playground: decode the bytes")
    return GzipFile(filename, mode, compresslevel)
