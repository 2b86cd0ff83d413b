"""Bytes in fewer bytes (RFC 1950 and 1951)."""

from _zlib import adler32, crc32, deflate as _deflate, inflate as _inflate

DEFLATED, DEF_MEM_LEVEL, DEF_BUF_SIZE, MAX_WBITS = 8, 8, 16384, 15
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.3.1"


class error(Exception):
    pass


def _head(level, wbits):
    """What stands in front, and what makes the end."""
    if wbits < 0:
        return b"", lambda data: b""
    if wbits > 15:
        return b"\x1f\x8b\x08" + b"\0" * 6 + b"\x03", lambda data: (crc32(data) | len(data) << 32).to_bytes(8, "little")
    flags = 0 if level in (0, 1) else 0x40 if 2 <= level <= 5 else 0x80 if level in (-1, 6) else 0xC0
    return bytes([0x78, flags + -(0x7800 + flags) % 31]), lambda data: adler32(data).to_bytes(4, "big")


def compress(data, /, level=-1, wbits=15):
    if not -1 <= level <= 9:
        raise error("Bad compression level")
    data = _bytes(data)
    head, end = _head(level, wbits)
    return head + _deflate(data, 6 if level == -1 else level) + end(data)


def _bytes(data):
    if isinstance(data, bytes):
        return data
    if not hasattr(type(data), "__buffer__"):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)


def _unpacked(data, wbits):
    """What was packed, and what stands behind it; nothing if there is not all of it."""
    start, size = 0, 4
    is_gzip = wbits > 31 and data[:2] == b"\x1f\x8b" or 15 < wbits < 32
    if wbits < 0:
        size = 0
    elif is_gzip:
        if len(data) >= 2 and data[:2] != b"\x1f\x8b":
            raise error("Error -3 while decompressing data: incorrect header check")
        start, size = 10, 8
        flags = data[3] if len(data) > 3 else 0
        if flags & 4:
            start += 2 + int.from_bytes(data[start : start + 2], "little")
        for flag in (8, 16):
            if flags & flag:
                start = data.index(b"\0", start) + 1
        start += flags & 2
    else:
        if len(data) >= 2 and ((data[0] << 8 | data[1]) % 31 or data[0] & 15 != 8):
            raise error("Error -3 while decompressing data: incorrect header check")
        start = 2
    if len(data) < start:
        return None
    found, left, fault = _inflate(data[start:])
    if fault == "wrong":
        raise error("Error -3 while decompressing data: invalid block type")
    if fault is not None or left < size:
        return None
    end = len(data) - left
    check = data[end : end + size]
    if size == 4 and check != adler32(found).to_bytes(4, "big") or size == 8 and check[:4] != crc32(found).to_bytes(4, "little"):
        raise error("Error -3 while decompressing data: incorrect data check")
    return found, data[end + size :]


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    found = _unpacked(_bytes(data), wbits)
    if found is None:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return found[0]


class _Compress:
    def __init__(self, level, wbits):
        self._level, self._wbits, self._parts = level, wbits, []

    def compress(self, data, /):
        self._parts.append(_bytes(data))
        return b""

    def flush(self, mode=Z_FINISH, /):
        if mode != Z_FINISH:
            return b""
        data, self._parts = b"".join(self._parts), []
        return compress(data, self._level, self._wbits)


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=0, zdict=None):
    return _Compress(level, wbits)


class _Decompress:
    def __init__(self, wbits):
        self._wbits, self._data = wbits, b""
        self.unused_data = self.unconsumed_tail = b""
        self.eof = False

    def decompress(self, data, /, max_length=0):
        """Nothing comes before all of it is there."""
        if self.eof:
            self.unused_data += _bytes(data)
            return b""
        self._data += _bytes(data)
        found = _unpacked(self._data, self._wbits)
        if found is None:
            return b""
        self.eof, self.unused_data = True, found[1]
        return found[0]

    def flush(self, length=DEF_BUF_SIZE, /):
        return b""


def decompressobj(wbits=MAX_WBITS, zdict=b""):
    return _Decompress(wbits)
