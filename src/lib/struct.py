"""Values as bytes, in the layout of C."""

from _bytes import load as _load, store as _store


class error(Exception):
    pass


_NATIVE = {
    "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "s": 1, "p": 1, "h": 2, "H": 2, "e": 2, "i": 4, "I": 4, "f": 4,
    "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8, "N": 8, "P": 8, "d": 8,
}  # fmt: skip
_STANDARD = {**_NATIVE, "l": 4, "L": 4}
_RANGED = "bBhHiIlLqQnNP"


class Struct:
    """A format that is ready to be used."""

    def __init__(self, format):
        if not isinstance(format, (str, bytes)):
            raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
        self.format = format if isinstance(format, str) else format.decode("ascii")
        order, codes = "@", self.format
        if codes[:1] and codes[0] in "@=<>!":
            order, codes = codes[0], codes[1:]
        self._order, self._is_native = "big" if order in ">!" else "little", order == "@"
        sizes = _NATIVE if order == "@" else _STANDARD
        # Code, size, number and place of each part.
        self._parts, at, count = [], 0, ""
        for code in codes:
            if code.isspace() and not count:
                continue
            if code.isdigit():
                count += code
                continue
            size = sizes.get(code)
            if size is None or order != "@" and code in "nNP":
                raise error("bad char in struct format")
            number = int(count) if count else 1
            if order == "@" and code != "s":
                at += -at % size
            self._parts.append((code, size, number, at))
            at += size * number
            count = ""
        if count:
            raise error("repeat count given without format specifier")
        self.size = at

    def pack(self, *v):
        packed, values = bytearray(self.size), list(v)
        expected = sum([0 if code == "x" else 1 if code in "sp" else number for code, _, number, _ in self._parts])
        if len(values) != expected:
            raise error(f"pack expected {expected} items for packing (got {len(values)})")
        values.reverse()
        for code, size, number, at in self._parts:
            if code in "sp":
                packed[at : at + number] = _text(code, number, values.pop())
            elif code != "x":
                for place in range(at, at + size * number, size):
                    packed[place : place + size] = self._packed(code, size, values.pop())
        return bytes(packed)

    def _packed(self, code, size, value):
        if code == "c":
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return bytes(value)
        if code == "?":
            return b"\1" if value else b"\0"
        if code in "fde":
            if not isinstance(value, (int, float)):
                raise error("required argument is not a float")
            if code == "e":
                return _half(float(value)).to_bytes(2, self._order)
            packed = _store(code, float(value))
            if code == "f" and not self._is_native and abs(value) != float("inf") and _load("f", packed) in (float("inf"), -float("inf")):
                raise OverflowError("float too large to pack with f format")
            return packed if self._order == "little" else packed[::-1]
        if not isinstance(value, int):
            index = getattr(type(value), "__index__", None)
            if index is None:
                raise error("required argument is not an integer")
            value = index(value)
        is_signed = code in "bhilqn"
        low = -(1 << 8 * size - 1) if is_signed else 0
        high = (1 << 8 * size - is_signed) - 1
        if not low <= value <= high:
            raise error(f"'{code}' format requires {low} <= number <= {high}")
        return value.to_bytes(size, self._order, signed=is_signed)

    def pack_into(self, buffer, offset, *v):
        packed = self.pack(*v)
        offset = _checked(len(buffer), offset, self.size, "pack_into")
        buffer[offset : offset + self.size] = packed

    def unpack(self, buffer, /):
        if len(buffer) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._unpacked(bytes(buffer), 0)

    def unpack_from(self, buffer, offset=0):
        offset = _checked(len(buffer), offset, self.size, "unpack_from")
        return self._unpacked(bytes(buffer[offset : offset + self.size]), 0)

    def iter_unpack(self, buffer, /):
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(buffer) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return iter([self._unpacked(bytes(buffer), at) for at in range(0, len(buffer), self.size)])

    def _unpacked(self, data, start):
        values = []
        for code, size, number, at in self._parts:
            at += start
            if code == "s":
                values.append(data[at : at + number])
            elif code == "p":
                values.append(data[at + 1 : at + 1 + min(data[at], number - 1)] if number else b"")
            elif code != "x":
                for place in range(at, at + size * number, size):
                    part = data[place : place + size]
                    if code == "c":
                        values.append(part)
                    elif code == "?":
                        values.append(part != b"\0")
                    elif code == "e":
                        values.append(_of_half(int.from_bytes(part, self._order)))
                    elif code in "fd":
                        values.append(_load(code, part if self._order == "little" else part[::-1]))
                    else:
                        values.append(int.from_bytes(part, self._order, signed=code in "bhilqn"))
        return tuple(values)

    def __repr__(self):
        return f"<_struct.Struct object at 0x{id(self):x}>"


def _text(code, number, value):
    if not isinstance(value, (bytes, bytearray)):
        raise error(f"argument for '{code}' must be a bytes object")
    if code == "s":
        return bytes(value[:number]).ljust(number, b"\0")
    value = bytes(value[: max(min(number - 1, 255), 0)])
    return (bytes([len(value)]) + value).ljust(number, b"\0")[:number]


def _checked(length, offset, size, function):
    if offset < 0:
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        offset += length
    if length - offset < size:
        verb = "packing" if function == "pack_into" else "unpacking"
        text = f"{function} requires a buffer of at least {offset + size} bytes for {verb} {size} bytes at offset {offset}"
        raise error(f"{text} (actual buffer size is {length})")
    return offset


def _half(value):
    """The bits of a number of 16 bits, the nearest one."""
    bits = int.from_bytes(_store("d", value), "little")
    sign, exponent, fraction = bits >> 63 << 15, (bits >> 52 & 0x7FF) - 1023, bits & (1 << 52) - 1
    if exponent == 1024:
        return sign | 0x7C00 | (0x200 if fraction else 0)
    if exponent < -25:
        return sign
    shift = 42 if exponent >= -14 else 42 + (-14 - exponent)
    whole = fraction | 1 << 52
    rounded, rest = whole >> shift, whole & (1 << shift) - 1
    if rest > 1 << shift - 1 or rest == 1 << shift - 1 and rounded & 1:
        rounded += 1
    found = rounded if exponent < -14 else (exponent + 14 << 10) + rounded
    if found >= 0x7C00:
        raise OverflowError("float too large to pack with e format")
    return sign | found


def _of_half(bits):
    sign = -1.0 if bits >> 15 else 1.0
    exponent, fraction = bits >> 10 & 31, bits & 0x3FF
    if exponent == 31:
        return sign * float("nan" if fraction else "inf")
    return sign * (fraction * 2.0**-24 if exponent == 0 else (fraction | 0x400) * 2.0 ** (exponent - 25))


_known = {}


def _struct(format):
    known = _known.get(format)
    if known is None:
        if len(_known) >= 100:
            _known.clear()
        known = _known[format] = Struct(format)
    return known


def calcsize(format, /):
    return _struct(format).size


def pack(format, /, *v):
    return _struct(format).pack(*v)


def pack_into(format, buffer, offset, /, *v):
    _struct(format).pack_into(buffer, offset, *v)


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)
