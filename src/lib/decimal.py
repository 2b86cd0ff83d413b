"""Decimal numbers with as many digits as are wanted (the General Decimal Arithmetic)."""

import math as _math
from _threading_local import local as _local
from collections import namedtuple as _namedtuple
from numbers import Number as _Number

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING"
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN, MIN_ETINY = -999999999999999999, -1999999999999999997
HAVE_THREADS = HAVE_CONTEXTVAR = True

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = [
    Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow,
]  # fmt: skip


class Context:
    """How many digits there are, how they are rounded, and what is raised."""

    def __init__(
        self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None
    ):  # fmt: skip
        if prec is not None and prec < 1:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        self.prec, self.rounding = 28 if prec is None else prec, rounding or ROUND_HALF_EVEN
        self.Emin, self.Emax = -999999 if Emin is None else Emin, 999999 if Emax is None else Emax
        self.capitals, self.clamp = 1 if capitals is None else capitals, clamp or 0
        default = [InvalidOperation, DivisionByZero, Overflow]
        self.traps = {each: each in (default if traps is None else traps) for each in _SIGNALS}
        if isinstance(traps, dict):
            self.traps = {each: bool(traps.get(each)) for each in _SIGNALS}
        self.flags = {each: each in (flags or ()) for each in _SIGNALS}

    def copy(self):
        made = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        made.traps, made.flags = dict(self.traps), dict(self.flags)
        return made

    __copy__ = copy

    def clear_flags(self):
        self.flags = {each: False for each in _SIGNALS}

    def clear_traps(self):
        self.traps = {each: False for each in _SIGNALS}

    def _signal(self, kind, told, result):
        """Raises it, if it is trapped; else this is the result."""
        self.flags[kind] = True
        if self.traps[kind]:
            raise kind([told])
        return result

    def create_decimal(self, num="0"):
        return Decimal(num)._rounded(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._rounded(self)

    def add(self, a, b):
        return _of(a)._plus(_of(b), self)

    def subtract(self, a, b):
        return _of(a)._plus(-_of(b), self)

    def multiply(self, a, b):
        return _of(a)._times(_of(b), self)

    def divide(self, a, b):
        return _of(a)._over(_of(b), self)

    def power(self, a, b, modulo=None):
        return _of(a).__pow__(_of(b), modulo, self)

    def sqrt(self, a):
        return _of(a).sqrt(self)

    def exp(self, a):
        return _of(a).exp(self)

    def ln(self, a):
        return _of(a).ln(self)

    def log10(self, a):
        return _of(a).log10(self)

    def quantize(self, a, b):
        return _of(a).quantize(b, context=self)

    def plus(self, a):
        return _of(a)._rounded(self)

    def minus(self, a):
        return _of(a).copy_negate()._rounded(self)

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def __repr__(self):
        flags = ", ".join([each.__name__ for each, is_set in self.flags.items() if is_set])
        traps = ", ".join([each.__name__ for each, is_set in self.traps.items() if is_set])
        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
            f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])"
        )


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_threads = _local()


def getcontext():
    context = getattr(_threads, "context", None)
    if context is None:
        context = _threads.context = DefaultContext.copy()
    return context


def setcontext(context, /):
    _threads.context = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


class localcontext:
    def __init__(self, ctx=None, **changes):
        self._context = (getcontext() if ctx is None else ctx).copy()
        for name, value in changes.items():
            if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            setattr(self._context, name, value)

    def __enter__(self):
        self._known = getcontext()
        _threads.context = self._context
        return self._context

    def __exit__(self, *info):
        _threads.context = self._known


def _of(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _other(value):
    """The other operand, or nothing if it is none."""
    if isinstance(value, Decimal):
        return value
    return _made(value < 0, abs(value), 0) if isinstance(value, int) else None


def _digits_of(number):
    return len(f"{number}") if number < 10**4000 else int(number.bit_length() * 0.30102999566398119) + _extra(number)


def _extra(number):
    low = int(number.bit_length() * 0.30102999566398119)
    count = 0
    while number >= 10 ** (low + count):
        count += 1
    return count


def _dropped(number, count, rounding, sign):
    """A whole number without its last digits, rounded; and whether they were all zeros."""
    unit = 10**count
    whole, rest = divmod(number, unit)
    if rest == 0:
        return whole, True
    if rounding == ROUND_HALF_EVEN:
        up = rest * 2 > unit or rest * 2 == unit and whole % 2 == 1
    elif rounding == ROUND_HALF_UP:
        up = rest * 2 >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = rest * 2 > unit
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_05UP:
        up = whole % 5 == 0
    elif rounding in (ROUND_CEILING, ROUND_FLOOR):
        up = bool(sign) == (rounding == ROUND_FLOOR)
    else:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return whole + up, False


def _made(sign, number, exponent, special=""):
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._special = int(sign), number, exponent, special
    return self


class Decimal(_Number):
    """`-1**sign * int * 10**exp`, or an infinity or no number."""

    __slots__ = ("_sign", "_int", "_exp", "_special")

    def __new__(cls, value="0", context=None):
        if isinstance(value, Decimal):
            return value
        if isinstance(value, int):
            return _made(value < 0, abs(int(value)), 0)
        if isinstance(value, str):
            found = _parsed(value)
            if found is None:
                return (context or getcontext())._signal(InvalidOperation, ConversionSyntax, _NAN)
            return found
        if isinstance(value, float):
            (context or getcontext())._signal(FloatOperation, FloatOperation, None)
            return cls.from_float(value)
        if isinstance(value, (list, tuple)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            number = int("".join([f"{digit}" for digit in digits]) or "0")
            if exponent in ("F", "n", "N"):
                return _made(sign, 0, 0, {"F": "Infinity", "n": "NaN", "N": "sNaN"}[exponent])
            return _made(sign, number, exponent)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if f != f:
            return _NAN
        if _math.isinf(f):
            return _made(f < 0, 0, 0, "Infinity")
        top, bottom = abs(f).as_integer_ratio()
        shift = bottom.bit_length() - 1
        return _made(_math.copysign(1.0, f) < 0, top * 5**shift, -shift)

    from_number = from_float

    def __reduce__(self):
        return Decimal, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def is_nan(self):
        return self._special in ("NaN", "sNaN")

    def is_qnan(self):
        return self._special == "NaN"

    def is_snan(self):
        return self._special == "sNaN"

    def is_infinite(self):
        return self._special == "Infinity"

    def is_finite(self):
        return not self._special

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._special and self._int == 0

    def is_normal(self, context=None):
        return self.is_finite() and self._int != 0

    def is_subnormal(self, context=None):
        return False

    def __bool__(self):
        return bool(self._special) or self._int != 0

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def adjusted(self):
        return 0 if self._special else self._exp + _digits_of(self._int) - 1

    def as_tuple(self):
        if self._special:
            return DecimalTuple(self._sign, (0,) if self.is_infinite() else (), {"Infinity": "F", "NaN": "n", "sNaN": "N"}[self._special])
        return DecimalTuple(self._sign, tuple([int(digit) for digit in f"{self._int}"]), self._exp)

    def as_integer_ratio(self):
        if self._special:
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer ratio")
            raise OverflowError("cannot convert Infinity to integer ratio")
        number = -self._int if self._sign else self._int
        if self._exp >= 0:
            return number * 10**self._exp, 1
        unit = 10**-self._exp
        common = _math.gcd(number, unit)
        return number // common, unit // common

    def _rounded(self, context):
        """With as many digits as the context has."""
        if self._special:
            return self
        sign, number, exponent = self._sign, self._int, self._exp
        more = _digits_of(number) - context.prec
        if more > 0:
            number, is_exact = _dropped(number, more, context.rounding, sign)
            exponent += more
            if _digits_of(number) > context.prec:
                number //= 10
                exponent += 1
            context._signal(Rounded, Rounded, None)
            if not is_exact:
                context._signal(Inexact, Inexact, None)
        if number and exponent + _digits_of(number) - 1 > context.Emax:
            return context._signal(Overflow, Overflow, _made(sign, 0, 0, "Infinity"))
        if exponent < context.Etiny():
            number, _ = _dropped(number, context.Etiny() - exponent, context.rounding, sign)
            exponent = context.Etiny()
            context._signal(Underflow, Underflow, None)
        if number is self._int and exponent == self._exp:
            return self
        return _made(sign, number, exponent)

    def _nan_of(self, other, context):
        """What comes of no number, if one of them is none."""
        for each in (self, other):
            if each is not None and each._special == "sNaN":
                return context._signal(InvalidOperation, InvalidOperation, _NAN)
        return self if self.is_nan() else other if other is not None and other.is_nan() else None

    def _plus(self, other, context):
        if self._special or other._special:
            found = self._nan_of(other, context)
            if found is not None:
                return found
            if self._special and other._special and self._sign != other._sign:
                return context._signal(InvalidOperation, InvalidOperation, _NAN)
            return self if self._special else other
        exponent = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - exponent)
        b = other._int * 10 ** (other._exp - exponent)
        total = (-a if self._sign else a) + (-b if other._sign else b)
        sign = total < 0
        if total == 0:
            sign = self._sign and other._sign or self._sign != other._sign and context.rounding == ROUND_FLOOR
        return _made(sign, abs(total), exponent)._rounded(context)

    def _times(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            found = self._nan_of(other, context)
            if found is not None:
                return found
            if not self or not other:
                return context._signal(InvalidOperation, InvalidOperation, _NAN)
            return _made(sign, 0, 0, "Infinity")
        return _made(sign, self._int * other._int, self._exp + other._exp)._rounded(context)

    def _over(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            found = self._nan_of(other, context)
            if found is not None:
                return found
            if self._special and other._special:
                return context._signal(InvalidOperation, InvalidOperation, _NAN)
            return _made(sign, 0, 0, "Infinity") if self._special else _made(sign, 0, context.Etiny())
        if other._int == 0:
            if self._int == 0:
                return context._signal(InvalidOperation, DivisionUndefined, _NAN)
            return context._signal(DivisionByZero, DivisionByZero, _made(sign, 0, 0, "Infinity"))
        exponent = self._exp - other._exp
        if self._int == 0:
            return _made(sign, 0, exponent)._rounded(context)
        shift = _digits_of(other._int) - _digits_of(self._int) + context.prec + 1
        if shift >= 0:
            number, rest = divmod(self._int * 10**shift, other._int)
        else:
            number, rest = divmod(self._int, other._int * 10**-shift)
        last = exponent - shift
        if rest:
            # That there is more is told by a digit that is never half of anything.
            if number % 5 == 0:
                number += 1
        else:
            while last < exponent and number % 10 == 0:
                number //= 10
                last += 1
        return _made(sign, number, last)._rounded(context)

    def _whole(self, other, context):
        """The whole quotient and the rest."""
        exponent = min(self._exp, other._exp)
        a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        quotient, rest = divmod(a, b)
        if _digits_of(quotient) > context.prec:
            found = context._signal(InvalidOperation, DivisionImpossible, _NAN)
            return found, found
        return _made(self._sign ^ other._sign, quotient, 0), _made(self._sign, rest, exponent)._rounded(context)

    def _divided(self, other, context):
        found = self._nan_of(other, context)
        if found is not None:
            return found, found
        sign = self._sign ^ other._sign
        if self._special:
            nan = context._signal(InvalidOperation, InvalidOperation, _NAN)
            return (nan if other._special else _made(sign, 0, 0, "Infinity")), nan
        if other._special:
            return _made(sign, 0, 0), self._rounded(context)
        if other._int == 0:
            if self._int == 0:
                nan = context._signal(InvalidOperation, DivisionUndefined, _NAN)
                return nan, nan
            return (
                context._signal(DivisionByZero, DivisionByZero, _made(sign, 0, 0, "Infinity")),
                context._signal(InvalidOperation, InvalidOperation, _NAN),
            )
        return self._whole(other, context)

    def __add__(self, other):
        other = _other(other)
        return NotImplemented if other is None else self._plus(other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = _other(other)
        return NotImplemented if other is None else self._plus(other.copy_negate(), getcontext())

    def __rsub__(self, other):
        other = _other(other)
        return NotImplemented if other is None else other._plus(self.copy_negate(), getcontext())

    def __mul__(self, other):
        other = _other(other)
        return NotImplemented if other is None else self._times(other, getcontext())

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _other(other)
        return NotImplemented if other is None else self._over(other, getcontext())

    def __rtruediv__(self, other):
        other = _other(other)
        return NotImplemented if other is None else other._over(self, getcontext())

    def __floordiv__(self, other):
        other = _other(other)
        if other is None:
            return NotImplemented
        context = getcontext()
        if other.is_zero() and not self.is_zero() and not self._special:
            return context._signal(DivisionByZero, DivisionByZero, _made(self._sign ^ other._sign, 0, 0, "Infinity"))
        if self.is_infinite() and not other._special:
            return _made(self._sign ^ other._sign, 0, 0, "Infinity")
        return self._divided(other, context)[0]

    def __rfloordiv__(self, other):
        other = _other(other)
        return NotImplemented if other is None else other.__floordiv__(self)

    def __mod__(self, other):
        other = _other(other)
        if other is None:
            return NotImplemented
        context = getcontext()
        if other.is_zero() and not self.is_zero() and not self.is_nan():
            return context._signal(InvalidOperation, InvalidOperation, _NAN)
        return self._divided(other, context)[1]

    def __rmod__(self, other):
        other = _other(other)
        return NotImplemented if other is None else other.__mod__(self)

    def __divmod__(self, other):
        other = _other(other)
        return NotImplemented if other is None else self._divided(other, getcontext())

    def __rdivmod__(self, other):
        other = _other(other)
        return NotImplemented if other is None else other._divided(self, getcontext())

    def __pow__(self, other, modulo=None, context=None):
        other = _other(other)
        if other is None:
            return NotImplemented
        context = context or getcontext()
        if modulo is not None:
            return Decimal(pow(int(self), int(other), int(modulo)))
        found = self._nan_of(other, context)
        if found is not None:
            return found
        if other.is_zero():
            return context._signal(InvalidOperation, InvalidOperation, _NAN) if self.is_zero() else Decimal(1)
        is_whole = not other._special and other == other.to_integral_value()
        sign = self._sign and is_whole and int(other) % 2 == 1
        if self.is_zero() or self.is_infinite():
            is_large = self.is_infinite() != bool(other._sign)
            return _made(sign, 0, 0, "Infinity") if is_large else _made(sign, 0, 0)
        if self._sign and not is_whole:
            return context._signal(InvalidOperation, InvalidOperation, _NAN)
        inner = context.copy()
        inner.clear_traps()
        inner.prec = context.prec + 10 + max(other.adjusted(), 0)
        if is_whole and abs(int(other)) < 100_000:
            power = abs(int(other))
            if power * _digits_of(self._int) < 4 * context.prec + 20:
                found = _made(sign, self._int**power, self._exp * power)
            else:
                found, base = Decimal(1), self.copy_abs()
                while power:
                    if power & 1:
                        found = found._times(base, inner)
                    base = base._times(base, inner)
                    power >>= 1
                found = _made(sign, found._int, found._exp)
            return Decimal(1)._over(found, context) if other._sign else found._rounded(context)
        if other.is_infinite():
            is_large = (self.copy_abs() > 1) != bool(other._sign)
            return _made(0, 0, 0, "Infinity") if is_large else _made(0, 0, 0)
        result = self.copy_abs().ln(inner)._times(other, inner).exp(inner)._rounded(context)
        return _made(sign, result._int, result._exp, result._special)

    def __rpow__(self, other):
        other = _other(other)
        return NotImplemented if other is None else other.__pow__(self)

    def __neg__(self):
        return self.copy_negate().__pos__()

    def __pos__(self):
        context = getcontext()
        is_plain = self.is_zero() and context.rounding != ROUND_FLOOR
        return (self.copy_abs() if is_plain else self)._rounded(context)

    def __abs__(self):
        return self.copy_abs()._rounded(getcontext())

    def copy_abs(self):
        return _made(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _made(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other):
        return _made(_of(other)._sign, self._int, self._exp, self._special)

    def _compared(self, other):
        """-1, 0 or 1."""
        if self._special or other._special:
            mine = (-1 if self._sign else 1) if self._special else 0
            its = (-1 if other._sign else 1) if other._special else 0
            return (mine > its) - (mine < its)
        exponent = min(self._exp, other._exp)
        a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        a, b = -a if self._sign else a, -b if other._sign else b
        return (a > b) - (a < b)

    def _order(self, other, is_equality=False):
        if isinstance(other, float):
            getcontext()._signal(FloatOperation, FloatOperation, None)
            other = Decimal.from_float(other)
        elif not isinstance(other, (int, Decimal)):
            ratio = getattr(other, "as_integer_ratio", None)
            if ratio is None:
                return NotImplemented
            top, bottom = ratio()
            return (self.as_integer_ratio()[0] * bottom > top * self.as_integer_ratio()[1]) - (
                self.as_integer_ratio()[0] * bottom < top * self.as_integer_ratio()[1]
            )
        other = _other(other)
        if self.is_nan() or other.is_nan():
            if not is_equality or self.is_snan() or other.is_snan():
                getcontext()._signal(InvalidOperation, InvalidOperation, None)
            return None
        return self._compared(other)

    def __eq__(self, other):
        order = self._order(other, True)
        return order if order is NotImplemented else order == 0

    def __lt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order >= 0

    def __hash__(self):
        if self.is_snan():
            raise TypeError("Cannot hash a signaling NaN value")
        if self.is_nan():
            return object.__hash__(self)
        if self.is_infinite():
            return -314159 if self._sign else 314159
        modulus = (1 << 61) - 1
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        found = self._int * power % modulus
        found = -found if self._sign else found
        return -2 if found == -1 else found

    def compare(self, other, context=None):
        other = _of(other)
        found = self._nan_of(other, context or getcontext())
        return Decimal(self._compared(other)) if found is None else found

    def max(self, other, context=None):
        return self if self._compared(_of(other)) >= 0 else _of(other)

    def min(self, other, context=None):
        return self if self._compared(_of(other)) <= 0 else _of(other)

    def fma(self, other, third, context=None):
        other, third, context = _of(other), _of(third), context or getcontext()
        product = _made(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._plus(third, context)

    def quantize(self, exp, rounding=None, context=None):
        exp, context = _of(exp), context or getcontext()
        if self._special or exp._special:
            found = self._nan_of(exp, context)
            if found is not None:
                return found
            if self._special and exp._special:
                return self
            return context._signal(InvalidOperation, InvalidOperation, _NAN)
        found = self._at(exp._exp, rounding or context.rounding, context)
        if _digits_of(found._int) > context.prec:
            return context._signal(InvalidOperation, InvalidOperation, _NAN)
        return found

    def _at(self, exponent, rounding, context=None):
        """With this exponent."""
        if exponent <= self._exp:
            return _made(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        number, is_exact = _dropped(self._int, exponent - self._exp, rounding, self._sign)
        if context is not None:
            context._signal(Rounded, Rounded, None)
            if not is_exact:
                context._signal(Inexact, Inexact, None)
        return _made(self._sign, number, exponent)

    def same_quantum(self, other, context=None):
        other = _of(other)
        return self._special == other._special if self._special or other._special else self._exp == other._exp

    def normalize(self, context=None):
        found = self._rounded(context or getcontext())
        if found._special:
            return found
        number, exponent = found._int, found._exp
        if number == 0:
            return _made(found._sign, 0, 0)
        while number % 10 == 0:
            number //= 10
            exponent += 1
        return _made(found._sign, number, exponent)

    def to_integral_value(self, rounding=None, context=None):
        if self._special or self._exp >= 0:
            return self
        return self._at(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        return self if self._special or self._exp >= 0 else self._at(0, rounding or context.rounding, context)

    def scaleb(self, other, context=None):
        return _made(self._sign, self._int, self._exp + int(other), self._special)._rounded(context or getcontext())

    def logb(self, context=None):
        return Decimal(self.adjusted())

    def radix(self):
        return Decimal(10)

    def number_class(self, context=None):
        if self._special:
            return f"{'-' if self._sign and self.is_infinite() else '+' if self.is_infinite() else ''}{self._special}"
        return f"{'-' if self._sign else '+'}{'Zero' if self._int == 0 else 'Normal'}"

    def canonical(self):
        return self

    def is_canonical(self):
        return True

    def remainder_near(self, other, context=None):
        other, context = _of(other), context or getcontext()
        quotient = self._over(other, Context(prec=context.prec * 2 + 10)).to_integral_value(ROUND_HALF_EVEN)
        return self._plus(quotient._times(other, Context(prec=context.prec * 3 + 10)).copy_negate(), context)

    def sqrt(self, context=None):
        context = context or getcontext()
        found = self._nan_of(None, context)
        if found is not None:
            return found
        if self.is_zero():
            return _made(self._sign, 0, self._exp // 2)
        if self._sign:
            return context._signal(InvalidOperation, InvalidOperation, _NAN)
        if self._special:
            return self
        shift = 2 * (context.prec + 2) - _digits_of(self._int)
        shift = max(shift, 0)
        shift += (self._exp - shift) % 2
        scaled = self._int * 10**shift
        root = _math.isqrt(scaled)
        last = (self._exp - shift) // 2
        if root * root == scaled:
            while last < self._exp // 2 and root % 10 == 0:
                root //= 10
                last += 1
        elif root % 5 == 0:
            root += 1
        return _made(0, root, last)._at_most(context)

    def _at_most(self, context):
        half_even = context.copy()
        half_even.rounding = ROUND_HALF_EVEN
        found = self._rounded(half_even)
        context.flags.update({each: True for each, is_set in half_even.flags.items() if is_set})
        return found

    def exp(self, context=None):
        context = context or getcontext()
        found = self._nan_of(None, context)
        if found is not None:
            return found
        if self._special:
            return _made(0, 0, 0) if self._sign else self
        if self._int == 0:
            return Decimal(1)
        digits = context.prec + 8 + max(self.adjusted(), 0)
        unit = 10**digits
        number = self._int * 10 ** (digits + self._exp) if digits + self._exp >= 0 else self._int // 10 ** -(digits + self._exp)
        halvings = max(number.bit_length() - unit.bit_length() + 8, 0)
        unit <<= halvings
        total = term = unit
        at = 1
        while term:
            term = term * number // (unit * at)
            total += term
            at += 1
        for _ in range(halvings):
            total = total * total // unit
        found = _made(0, total * 10**digits // unit, -digits)
        return (Decimal(1)._over(found, _wider(context)) if self._sign else found)._at_most(context)

    def ln(self, context=None):
        context = context or getcontext()
        found = self._nan_of(None, context)
        if found is not None:
            return found
        if self.is_zero():
            return _made(1, 0, 0, "Infinity")
        if self._sign:
            return context._signal(InvalidOperation, InvalidOperation, _NAN)
        if self._special:
            return self
        if self == 1:
            return Decimal(0)
        digits = context.prec + 10 + len(f"{abs(self.adjusted())}")
        if abs(self - 1) < Decimal("0.1"):
            digits += -(self - 1).adjusted()
        unit = 10**digits
        power = self.adjusted()
        shift = digits + self._exp - power
        number = self._int * 10**shift if shift >= 0 else self._int // 10**-shift
        total = _ln_of(number, unit) + power * _ln_of(10 * unit, unit)
        return _made(total < 0, abs(total), -digits)._at_most(context)

    def log10(self, context=None):
        context = context or getcontext()
        if not self._special and not self._sign and self._int and f"{self._int}".rstrip("0") == "1":
            return Decimal(self.adjusted())._rounded(context)
        inner = _wider(context)
        found = self.ln(inner)
        if found._special:
            return found
        return found._over(Decimal(10).ln(inner), inner)._at_most(context)

    def __int__(self):
        if self._special:
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer")
            raise OverflowError("cannot convert Infinity to integer")
        number = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp
        return -number if self._sign else number

    __trunc__ = __int__

    def __float__(self):
        if self.is_snan():
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __round__(self, n=None):
        if n is None:
            return int(self._at(0, ROUND_HALF_EVEN)) if not self._special else int(self)
        return self.quantize(_made(0, 1, -n), ROUND_HALF_EVEN)

    def __floor__(self):
        return int(self._at(0, ROUND_FLOOR)) if not self._special else int(self)

    def __ceil__(self):
        return int(self._at(0, ROUND_CEILING)) if not self._special else int(self)

    def __str__(self):
        return self._text(False, getcontext().capitals)

    def to_eng_string(self, context=None):
        return self._text(True, 1)

    def _text(self, is_engineering, is_capital):
        sign = "-" if self._sign else ""
        if self._special:
            return sign + self._special
        digits = f"{self._int}"
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            dot = left
        elif not is_engineering:
            dot = 1
        elif self._int == 0:
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            digits = "0." + "0" * -dot + digits
        elif dot >= len(digits):
            digits += "0" * (dot - len(digits))
        else:
            digits = f"{digits[:dot]}.{digits[dot:]}"
        return sign + digits + ("" if left == dot else f"{'E' if is_capital else 'e'}{left - dot:+d}")

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec, context=None):
        fill, align, sign, is_zero_filled, width, comma, precision, kind = _spec_of(spec)
        context = context or getcontext()
        if self._special:
            body, kind = self._special, ""
        else:
            body = self._body(kind, precision, context)
        mark = "-" if self._sign else sign if sign in "+ " and sign else ""
        if comma:
            whole, dot, rest = body.partition(".")
            end = len(whole) if whole.isdigit() else 0
            body = f"{int(whole):{comma}}{dot}{rest}" if end and whole else body
        if is_zero_filled and not align:
            room = width - len(mark)
            return mark + body.rjust(room, "0")
        if align == "=":
            return mark + body.rjust(width - len(mark), fill)
        text = mark + body
        return text.ljust(width, fill) if align == "<" else text.center(width, fill) if align == "^" else text.rjust(width, fill)

    def _body(self, kind, precision, context):
        value = self.copy_abs()
        if kind == "%":
            value = _made(0, value._int, value._exp + 2)
        if precision is not None:
            if kind in "eE" and kind:
                more = _digits_of(value._int) - precision - 1
                if value._int:
                    value = value._at(value._exp + more, context.rounding)
                    if _digits_of(value._int) > precision + 1:
                        value = _made(0, value._int // 10, value._exp + 1)
            elif kind in "fF%" and kind:
                value = value._at(-precision, context.rounding)
            elif _digits_of(value._int) > (precision or 1):
                inner = context.copy()
                inner.prec = precision or 1
                inner.clear_traps()
                value = value._rounded(inner)
        if kind in "fF%" and kind:
            if value._exp > 0:
                value = value._at(0, ROUND_DOWN)
            digits = f"{value._int}".rjust(1 - value._exp, "0")
            text = f"{digits[:value._exp]}.{digits[value._exp:]}" if value._exp else digits
            return text + ("%" if kind == "%" else "")
        if kind in "eE" and kind:
            digits = f"{value._int}"
            exponent = value._exp + len(digits) - 1
            if not value._int and precision is not None:
                digits, exponent = "0" * (precision + 1), value._exp + precision
            return digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "") + f"{kind}{exponent:+d}"
        return value._text(False, kind != "g")


def _wider(context):
    inner = context.copy()
    inner.prec += 10
    inner.clear_traps()
    return inner


def _ln_of(number, unit):
    """The logarithm of `number / unit`, in units: by roots until it is small, then by its series."""
    roots = 0
    while abs(number - unit) * 16 > unit:
        number = _math.isqrt(number * unit)
        roots += 1
    ratio = (number - unit) * unit // (number + unit)
    square = ratio * ratio // unit
    total = term = ratio
    at = 3
    while term:
        term = term * square // unit if term >= 0 else -(-term * square // unit)
        total += term // at if term >= 0 else -(-term // at)
        at += 2
    return total * 2 << roots


def _spec_of(spec):
    fill, align, sign, is_zero_filled, width, comma, precision = " ", "", "", False, 0, "", None
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, spec = spec[0], spec[1], spec[2:]
    elif spec[:1] and spec[0] in "<>=^":
        align, spec = spec[0], spec[1:]
    if spec[:1] and spec[0] in "+- ":
        sign, spec = spec[0], spec[1:]
    if spec[:1] == "0":
        is_zero_filled, spec = True, spec[1:]
    digits = len(spec) - len(spec.lstrip("0123456789"))
    if digits:
        width, spec = int(spec[:digits]), spec[digits:]
    if spec[:1] and spec[0] in ",_":
        comma, spec = spec[0], spec[1:]
    if spec[:1] == ".":
        digits = len(spec) - 1 - len(spec[1:].lstrip("0123456789"))
        if not digits:
            raise ValueError("invalid format string")
        precision, spec = int(spec[1 : digits + 1]), spec[digits + 1 :]
    if spec not in ("", "e", "E", "f", "F", "g", "G", "n", "%"):
        raise ValueError("invalid format string")
    return fill, align, sign, is_zero_filled, width, comma, precision, spec


def _parsed(text):
    text = text.strip().replace("_", "")
    sign = text[:1] == "-"
    if text[:1] and text[0] in "+-":
        text = text[1:]
    word = text.lower()
    if word in ("inf", "infinity"):
        return _made(sign, 0, 0, "Infinity")
    if word.rstrip("0123456789") in ("nan", "snan"):
        return _made(sign, 0, 0, "sNaN" if word[0] == "s" else "NaN")
    head, mark, exponent = word.partition("e")
    whole, _, fraction = head.partition(".")
    digits = whole + fraction
    if not digits or not digits.isdigit():
        return None
    plain = exponent[1:] if exponent[:1] and exponent[0] in "+-" else exponent
    if mark and not plain.isdigit():
        return None
    return _made(sign, int(digits), (int(exponent) if mark else 0) - len(fraction))


_NAN = _made(0, 0, 0, "NaN")
_Number.register(Decimal)
