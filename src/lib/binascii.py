"""Bytes as digits and letters, and back."""

from _zlib import crc32

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    digits = bytes(data).hex() if sep is None else bytes(data).hex(sep, bytes_per_sep)
    return digits.encode("ascii")


b2a_hex = hexlify


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if not all([c in "0123456789abcdefABCDEF" for c in text]):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    data = bytes(data)
    found = []
    for at in range(0, len(data), 3):
        part = data[at : at + 3]
        number = int.from_bytes(part, "big") << 8 * (3 - len(part))
        letters = [_LETTERS[number >> shift & 63] for shift in (18, 12, 6, 0)]
        found.append(bytes(letters[: len(part) + 1]).ljust(4, b"="))
    return b"".join(found) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    data = data.encode("ascii") if isinstance(data, str) else bytes(data)
    number = count = pads = 0
    found = []
    for letter in data:
        if letter == 61:
            pads += 1
            if count % 4 > 1 and count % 4 + pads >= 4:
                break
            continue
        value = _VALUES.get(letter)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        pads = 0
        number, count = number << 6 | value, count + 1
        if count % 4 == 0:
            found.append(number.to_bytes(3, "big"))
            number = 0
    rest = count % 4
    if rest == 1:
        shown = f"number of data characters ({count}) cannot be 1 more than a multiple of 4"
        raise Error(f"Invalid base64-encoded string: {shown}")
    if rest:
        if rest + pads < 4:
            raise Error("Incorrect padding")
        found.append((number >> (4 if rest == 2 else 2)).to_bytes(rest - 1, "big"))
    return b"".join(found)
