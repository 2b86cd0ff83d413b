"""Numbers as fractions of whole ones."""

import math as _math
from numbers import Rational as _Rational
from re import compile as _compile

_FORMAT = _compile(
    r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)(?:(?:\s*/\s*(?P<denom>\d+(_\d+)*))?|"
    r"(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:[Ee](?P<exp>[-+]?\d+(_\d+)*))?)\s*\Z"
)


class Fraction(_Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, (Fraction, int)):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or hasattr(numerator, "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            numerator, denominator = _parsed(numerator)
        elif not isinstance(numerator, (int, _Rational)) or not isinstance(denominator, (int, _Rational)):
            raise TypeError("both arguments should be Rational instances")
        else:
            numerator, denominator = (
                numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator,
            )  # fmt: skip
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = _math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        return cls(f)

    @classmethod
    def from_decimal(cls, dec):
        return cls(dec)

    @classmethod
    def from_number(cls, number):
        return cls(number)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            if q0 + whole * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + whole * p1, q0 + whole * q1
            n, d = d, n - whole * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return f"{self._numerator}" if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        if not spec:
            return str(self)
        if spec[-1] in "eEfFgG%":
            return format(float(self), spec)
        return format(str(self), spec)

    def __hash__(self):
        modulus = (1 << 61) - 1
        try:
            found = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, modulus))
        except ValueError:
            found = 314159
        found = found if self._numerator >= 0 else -found
        return -2 if found == -1 else found

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __bool__(self):
        return self._numerator != 0

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return whole
            if rest * 2 > self._denominator:
                return whole + 1
            return whole + whole % 2
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __pos__(self):
        return Fraction(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __pow__(self, other):
        if isinstance(other, (int, Fraction)):
            if other.denominator == 1:
                power = other.numerator
                if power >= 0:
                    return Fraction(self._numerator**power, self._denominator**power)
                if self._numerator == 0:
                    raise ZeroDivisionError(f"Fraction({self._denominator**-power}, 0)")
                return Fraction(self._denominator**-power, self._numerator**-power)
            return float(self) ** float(other)
        return float(self) ** other if isinstance(other, float) else NotImplemented

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other**self._numerator
        return other ** float(self)

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            return self == Fraction(other) if _math.isfinite(other) else 0.0 == other
        return NotImplemented

    def _compared(self, other):
        """The difference, which has the sign of the comparison."""
        if isinstance(other, float):
            if not _math.isfinite(other):
                return 0.0 - other
            other = Fraction(other)
        if isinstance(other, (int, Fraction)):
            return self._numerator * other.denominator - self._denominator * other.numerator
        return None

    def __lt__(self, other):
        difference = self._compared(other)
        return NotImplemented if difference is None else difference < 0

    def __le__(self, other):
        difference = self._compared(other)
        return NotImplemented if difference is None else difference <= 0

    def __gt__(self, other):
        difference = self._compared(other)
        return NotImplemented if difference is None else difference > 0

    def __ge__(self, other):
        difference = self._compared(other)
        return NotImplemented if difference is None else difference >= 0


def _operator(exactly, plainly):
    def forward(a, b):
        if isinstance(b, (int, Fraction)):
            return exactly(a, b)
        return plainly(float(a), b) if isinstance(b, (float, complex)) else NotImplemented

    def backward(b, a):
        if isinstance(a, int):
            return exactly(a, b)
        return plainly(a, float(b)) if isinstance(a, (float, complex)) else NotImplemented

    return forward, backward


def _divided(a, b):
    return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)


def _whole(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _rest(a, b):
    return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), a.denominator * b.denominator)


_OPERATORS = {
    "add": (
        lambda a, b: Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
        lambda a, b: a + b,
    ),
    "sub": (
        lambda a, b: Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator),
        lambda a, b: a - b,
    ),
    "mul": (lambda a, b: Fraction(a.numerator * b.numerator, a.denominator * b.denominator), lambda a, b: a * b),
    "truediv": (_divided, lambda a, b: a / b),
    "floordiv": (_whole, lambda a, b: a // b),
    "mod": (_rest, lambda a, b: a % b),
    "divmod": (lambda a, b: (_whole(a, b), _rest(a, b)), divmod),
}
_NAMES = (
    "__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__truediv__", "__rtruediv__",
    "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__divmod__", "__rdivmod__",
)  # fmt: skip


def _add_operators():
    for at, (exactly, plainly) in enumerate(_OPERATORS.values()):
        forward, backward = _operator(exactly, plainly)
        setattr(Fraction, _NAMES[2 * at], forward)
        setattr(Fraction, _NAMES[2 * at + 1], backward)


_add_operators()


def _parsed(text):
    match = _FORMAT.match(text)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    numerator, denominator = int(match["num"] or "0"), 1
    if match["denom"]:
        denominator = int(match["denom"])
    else:
        decimal = (match["decimal"] or "").replace("_", "")
        denominator = 10 ** len(decimal)
        numerator = numerator * denominator + int(decimal or "0")
        exponent = int(match["exp"] or "0")
        if exponent >= 0:
            numerator *= 10**exponent
        else:
            denominator *= 10**-exponent
    return (-numerator if match["sign"] == "-" else numerator), denominator
