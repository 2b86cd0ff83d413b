"""Functions of complex numbers."""

import math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _of(number):
    if isinstance(number, complex):
        return number
    if not hasattr(number, "__float__") and not hasattr(number, "__index__") and not hasattr(number, "__complex__"):
        raise TypeError(f"must be real number, not {type(number).__name__}")
    return complex(number)


def phase(z, /):
    z = _of(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    z = _of(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    return complex(r * math.cos(phi), r * math.sin(phi)) if phi else complex(r, r * phi)


def exp(z, /):
    z = _of(z)
    length = math.exp(z.real)
    return complex(length * math.cos(z.imag), length * math.sin(z.imag))


def log(z, base=None, /):
    z = _of(z)
    if not z:
        raise ValueError("math domain error")
    made = complex(math.log(math.hypot(z.real, z.imag)), phase(z))
    return made if base is None else made / log(base)


def log10(z, /):
    made = log(z)
    return complex(made.real / math.log(10), made.imag / math.log(10))


def sqrt(z, /):
    z = _of(z)
    if not z:
        return complex(0.0, z.imag)
    a, b = abs(z.real), abs(z.imag)
    s = 2.0 * math.sqrt(a / 8.0 + math.hypot(a / 8.0, b / 8.0))
    d = b / (2.0 * s)
    if z.real >= 0:
        return complex(s, math.copysign(d, z.imag))
    return complex(d, math.copysign(s, z.imag))


def cosh(z, /):
    z = _of(z)
    return complex(math.cosh(z.real) * math.cos(z.imag), math.sinh(z.real) * math.sin(z.imag))


def sinh(z, /):
    z = _of(z)
    return complex(math.sinh(z.real) * math.cos(z.imag), math.cosh(z.real) * math.sin(z.imag))


def tanh(z, /):
    z = _of(z)
    if abs(z.real) > 350:
        return complex(math.copysign(1.0, z.real), 0.0)
    tx, ty = math.tanh(z.real), math.tan(z.imag)
    cx = 1.0 / math.cosh(z.real)
    square = tx * ty
    below = 1.0 + square * square
    return complex(tx * (1.0 + ty * ty) / below, ty / below * cx * cx)


def cos(z, /):
    z = _of(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    z = _of(z)
    made = sinh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def tan(z, /):
    z = _of(z)
    made = tanh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def acos(z, /):
    z = _of(z)
    a, b = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * math.atan2(a.real, b.real), math.asinh(b.real * a.imag - b.imag * a.real))


def asin(z, /):
    z = _of(z)
    made = asinh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def atan(z, /):
    z = _of(z)
    made = atanh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def acosh(z, /):
    z = _of(z)
    a, b = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(a.real * b.real + a.imag * b.imag), 2.0 * math.atan2(a.imag, b.real))


def asinh(z, /):
    z = _of(z)
    a, b = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    real = math.asinh(a.real * b.imag - b.real * a.imag)
    return complex(real, math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def atanh(z, /):
    z = _of(z)
    if z.real < 0 or (z.real == 0 and math.copysign(1.0, z.real) < 0):
        return -atanh(-z)
    if z.real == 1.0 and z.imag == 0:
        raise ValueError("math domain error")
    a, b = 1.0 - z.real, abs(z.imag)
    real = math.log1p(4.0 * z.real / (a * a + b * b)) / 4.0
    imag = -math.atan2(-2.0 * z.imag, a * (1.0 + z.real) - b * b) / 2.0
    return complex(real, imag)


def isnan(z, /):
    z = _of(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z, /):
    z = _of(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isfinite(z, /):
    z = _of(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    a, b = _of(a), _of(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
