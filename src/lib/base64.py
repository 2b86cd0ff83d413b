"""Bytes as letters (RFC 4648)."""

import binascii as _binascii

_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def _bytes(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode("ascii")
    return bytes(s)


def _plain(s):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(s)


def b64encode(s, altchars=None):
    encoded = _binascii.b2a_base64(_plain(s), newline=False)
    return encoded if altchars is None else encoded.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b"+/"))
    return _binascii.a2b_base64(s, strict_mode=validate)


standard_b64encode, standard_b64decode = b64encode, b64decode


def urlsafe_b64encode(s):
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(_FROM_URL))


def encodebytes(s):
    s = _plain(s)
    return b"".join([_binascii.b2a_base64(s[at : at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    return _binascii.a2b_base64(_plain(s))


def b16encode(s):
    return _binascii.hexlify(_plain(s)).upper()


def b16decode(s, casefold=False):
    s = _bytes(s).upper() if casefold else _bytes(s)
    if s != s.upper():
        raise _binascii.Error("Non-base16 digit found")
    return _binascii.unhexlify(s)


def b32encode(s):
    s = _plain(s)
    found = []
    for at in range(0, len(s), 5):
        part = s[at : at + 5]
        number = int.from_bytes(part.ljust(5, b"\0"), "big")
        letters = bytes([_BASE32[number >> shift & 31] for shift in range(35, -1, -5)])
        count = (len(part) * 8 + 4) // 5
        found.append(letters[:count].ljust(8, b"="))
    return b"".join(found)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s).upper() if casefold else _bytes(s)
    if len(s) % 8:
        raise _binascii.Error("Incorrect padding")
    found = []
    for at in range(0, len(s), 8):
        letters = s[at : at + 8].rstrip(b"=")
        number = 0
        for letter in letters:
            if letter not in _BASE32:
                raise _binascii.Error("Non-base32 digit found")
            number = number << 5 | _BASE32.index(bytes([letter]))
        number <<= 5 * (8 - len(letters))
        found.append(number.to_bytes(5, "big")[: len(letters) * 5 // 8])
    return b"".join(found)
