"""`complex` (`Objects/complexobject.c`)."""

import math


def _shown(number, sign=""):
    # As `repr` has it, but whole numbers without a fraction.
    text = f"{number:{sign}}" if number != number or number in (math.inf, -math.inf) else f"{number!r}"
    if sign in ("+", " ") and text[0] not in "+- ":
        text = sign + text
    return text[:-2] if text.endswith(".0") else text


def _parsed(text):
    wrong = ValueError("complex() arg is a malformed string")
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if not text or " " in text:
        raise wrong
    try:
        if text[-1] not in "jJ":
            return float(text), 0.0
        text = text[:-1]
        # The imaginary part begins at the last sign that is not an exponent's.
        at = len(text) - 1
        while at > 0 and not (text[at] in "+-" and text[at - 1] not in "eE"):
            at -= 1
        real, imaginary = (text[:at], text[at:]) if at > 0 else ("", text)
        if imaginary in ("", "+", "-"):
            imaginary += "1"
        return (float(real) if real else 0.0), float(imaginary)
    except ValueError:
        raise wrong from None


def _parts(value, which):
    # A number as the two parts that it has.
    if isinstance(value, complex):
        return value.real, value.imag
    method = getattr(type(value), "__complex__", None)
    if method is not None:
        made = method(value)
        if not isinstance(made, complex):
            name = type(made).__name__
            raise TypeError(f"{type(value).__name__}.__complex__ returned non-complex (type {name})")
        return made.real, made.imag
    if isinstance(value, (int, float)) or hasattr(value, "__float__") or hasattr(value, "__index__"):
        return float(value), 0.0
    name = type(value).__name__
    if which == "real":
        raise TypeError(f"complex() first argument must be a string or a number, not '{name}'")
    raise TypeError(f"complex() second argument must be a number, not '{name}'")


def _number(value):
    # The operand of an operator, if it is one.
    if isinstance(value, complex):
        return value
    return _made(float(value), 0.0) if isinstance(value, (int, float)) else None


def _made(real, imag):
    made = object.__new__(complex)
    made._real, made._imag = real, imag
    return made


class complex:
    __slots__ = ("_real", "_imag")

    def __new__(cls, real=None, imag=None):
        self = object.__new__(cls)
        if isinstance(real, str):
            if imag is not None:
                raise TypeError("complex() can't take second arg if first is a string")
            self._real, self._imag = _parsed(real)
            return self
        if isinstance(imag, str):
            raise TypeError("complex() second arg can't be a string")
        a, b = (0.0, 0.0) if real is None else _parts(real, "real")
        if imag is not None:
            c, d = _parts(imag, "imag")
            a, b = (a - d if isinstance(imag, complex) else a), (b + c if isinstance(real, complex) else c)
        self._real, self._imag = a, b
        return self

    @classmethod
    def from_number(cls, number, /):
        if isinstance(number, str):
            raise TypeError(f"must be real number, not {type(number).__name__}")
        return cls(number)

    @property
    def real(self):
        return self._real

    @property
    def imag(self):
        return self._imag

    def conjugate(self):
        return _made(self._real, -self._imag)

    def __complex__(self):
        return _made(self._real, self._imag)

    def __getnewargs__(self):
        return self._real, self._imag

    def __reduce_ex__(self, protocol):
        return type(self), (self._real, self._imag)

    def __repr__(self):
        if self._real == 0 and math.copysign(1.0, self._real) == 1.0:
            return f"{_shown(self._imag)}j"
        return f"({_shown(self._real)}{_shown(self._imag, '+')}j)"

    def __format__(self, spec):
        if not spec:
            return str(self)
        if "=" in spec:
            raise ValueError("'=' alignment flag is not allowed in complex format specifier")
        if spec[0] == "0" or spec[-1] in "%ncdbxX":
            kind = spec[-1]
            raise ValueError(f"Unknown format code '{kind}' for object of type 'complex'")
        # The width is that of both parts together.
        fill, align = " ", ">"
        if len(spec) > 1 and spec[1] in "<>^":
            fill, align, spec = spec[0], spec[1], spec[2:]
        elif spec[0] in "<>^":
            align, spec = spec[0], spec[1:]
        sign = spec[:1] if spec[:1] in ("+", "-", " ") and spec else ""
        spec = spec[len(sign):]
        digits = 0
        while digits < len(spec) and spec[digits].isdigit():
            digits += 1
        width, spec = int(spec[:digits] or "0"), spec[digits:]
        if spec and spec[-1] in "eEfFgG":
            text = f"{self._real:{sign}{spec}}{self._imag:+{spec}}j"
        else:
            show = (lambda number, sign: f"{number:{sign}{spec}g}") if spec else _shown
            if self._real == 0 and math.copysign(1.0, self._real) == 1.0:
                text = f"{show(self._imag, sign)}j"
            else:
                text = f"({show(self._real, sign)}{show(self._imag, '+')}j)"
        return f"{text:{fill}{align}{width}}"

    def __hash__(self):
        code = (hash(self._real) + 1000003 * hash(self._imag)) & (1 << 64) - 1
        code = code - (1 << 64) if code >> 63 else code
        return -2 if code == -1 else code

    def __eq__(self, other):
        if isinstance(other, complex):
            return self._real == other._real and self._imag == other._imag
        if isinstance(other, (int, float)):
            return self._imag == 0 and self._real == other
        return NotImplemented

    def __bool__(self):
        return self._real != 0 or self._imag != 0

    def __pos__(self):
        return _made(self._real, self._imag)

    def __neg__(self):
        return _made(-self._real, -self._imag)

    def __abs__(self):
        size = math.hypot(self._real, self._imag)
        if size == math.inf and math.isfinite(self._real) and math.isfinite(self._imag):
            raise OverflowError("absolute value too large")
        return size

    def __add__(self, other):
        other = _number(other)
        if other is None:
            return NotImplemented
        return _made(self._real + other._real, self._imag + other._imag)

    __radd__ = __add__

    def __sub__(self, other):
        other = _number(other)
        if other is None:
            return NotImplemented
        return _made(self._real - other._real, self._imag - other._imag)

    def __rsub__(self, other):
        other = _number(other)
        return NotImplemented if other is None else other - self

    def __mul__(self, other):
        other = _number(other)
        if other is None:
            return NotImplemented
        a, b, c, d = self._real, self._imag, other._real, other._imag
        return _made(a * c - b * d, a * d + b * c)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _number(other)
        if other is None:
            return NotImplemented
        a, b, c, d = self._real, self._imag, other._real, other._imag
        if c == 0 and d == 0:
            raise ZeroDivisionError("complex division by zero")
        if abs(c) >= abs(d):
            ratio = d / c
            whole = c + d * ratio
            return _made((a + b * ratio) / whole, (b - a * ratio) / whole)
        if abs(d) >= abs(c):
            ratio = c / d
            whole = c * ratio + d
            return _made((a * ratio + b) / whole, (b * ratio - a) / whole)
        return _made(math.nan, math.nan)

    def __rtruediv__(self, other):
        other = _number(other)
        return NotImplemented if other is None else other / self

    def __pow__(self, other, modulus=None):
        if modulus is not None:
            raise ValueError("complex modulo")
        exponent = _number(other)
        if exponent is None:
            return NotImplemented
        c, d = exponent._real, exponent._imag
        if c == 0 and d == 0:
            return _made(1.0, 0.0)
        if not self:
            if d != 0 or c < 0:
                raise ZeroDivisionError("zero to a negative or complex power")
            return _made(0.0, 0.0)
        if d == 0 and c == math.floor(c) and abs(c) <= 100:
            return _whole_power(self, int(c))
        size = math.hypot(self._real, self._imag)
        length, angle = size ** c, math.atan2(self._imag, self._real)
        phase = angle * c
        if d != 0:
            length *= math.exp(-angle * d)
            phase += d * math.log(size)
        return _made(length * math.cos(phase), length * math.sin(phase))

    def __rpow__(self, other):
        other = _number(other)
        return NotImplemented if other is None else other ** self


def _whole_power(base, exponent):
    if exponent < 0:
        return _made(1.0, 0.0) / _whole_power(base, -exponent)
    result, mask = _made(1.0, 0.0), 1
    while mask <= exponent:
        if exponent & mask:
            result = result * base
        mask <<= 1
        base = base * base
    return result
