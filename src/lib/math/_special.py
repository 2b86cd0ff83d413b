"""Functions of `math` that few programs use."""

from fractions import Fraction as _Fraction
from math import _real, cos, exp, fabs, floor, fmod, fsum, inf, isfinite, isinf, isnan, log, pi, pow, sin, sqrt

# The approximation of Lanczos, of 13 terms, as Boost and CPython have it.
_G = 6.024680040776729583740234375
_ABOVE = (
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
)  # fmt: skip
_BELOW = (0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0,
    32670.0, 1925.0, 66.0, 1.0)  # fmt: skip


def _lanczos(x):
    above = below = 0.0
    if x < 5.0:
        for a, b in zip(reversed(_ABOVE), reversed(_BELOW)):
            above, below = above * x + a, below * x + b
    else:
        for a, b in zip(_ABOVE, _BELOW):
            above, below = above / x + a, below / x + b
    return above / below


def _sine(x):
    """Of pi times x."""
    rest = fmod(fabs(x), 2.0)
    quarter = round(2.0 * rest)
    if quarter == 1:
        value = cos(pi * (rest - 0.5))
    elif quarter == 3:
        value = -cos(pi * (rest - 1.5))
    elif quarter == 2:
        value = sin(pi * (1.0 - rest))
    else:
        value = sin(pi * rest) if quarter == 0 else sin(pi * (rest - 2.0))
    return value if x >= 0 else -value


def gamma(x, /):
    x = _real(x)
    if not isfinite(x):
        if isnan(x) or x > 0:
            return x
        raise ValueError("math domain error")
    if x == 0 or x < 0 and x == floor(x):
        raise ValueError("math domain error")
    if x == floor(x) and x <= 23:
        product = 1
        for factor in range(2, int(x)):
            product *= factor
        return float(product)
    size = fabs(x)
    if size < 1e-20:
        if fabs(1.0 / x) == inf:
            raise OverflowError("math range error")
        return 1.0 / x
    if size > 200.0:
        if x < 0:
            return 0.0 / _sine(x)
        raise OverflowError("math range error")
    y = size + _G - 0.5
    if size > _G - 0.5:
        z = (y - size) - (_G - 0.5)
    else:
        z = (y - (_G - 0.5)) - size
    z = z * _G / y
    if x < 0:
        value = -pi / _sine(size) / size * exp(y) / _lanczos(size)
        value -= z * value
        value = value / pow(y, size - 0.5) if size < 140.0 else value / pow(y, size / 2.0 - 0.25) / pow(y, size / 2.0 - 0.25)
    else:
        value = _lanczos(size) / exp(y)
        value += z * value
        value = value * pow(y, size - 0.5) if size < 140.0 else value * pow(y, size / 2.0 - 0.25) * pow(y, size / 2.0 - 0.25)
    if isinf(value):
        raise OverflowError("math range error")
    return value


def lgamma(x, /):
    x = _real(x)
    if not isfinite(x):
        return x if isnan(x) else inf
    if x == floor(x) and x <= 2:
        if x <= 0:
            raise ValueError("math domain error")
        return 0.0
    size = fabs(x)
    if size < 1e-20:
        return -log(size)
    value = log(_lanczos(size)) - _G + (size - 0.5) * (log(size + _G - 0.5) - 1)
    if x < 0:
        value = log(pi) - log(fabs(_sine(size))) - log(size) - value
    if isinf(value):
        raise OverflowError("math range error")
    return value


def _series(x):
    """The error function near 0."""
    square, total, k = x * x, 0.0, 25.5
    for _ in range(25):
        total = 2.0 + square * total / k
        k -= 1.0
    return total * x * exp(-square) / sqrt(pi)


def _fraction(x):
    """What is left of it far from 0."""
    if x >= 30.0:
        return 0.0
    square, a, da = x * x, 0.0, 0.5
    p, before_p, q, before_q = 1.0, 0.0, da + square, 1.0
    for _ in range(50):
        a += da
        da += 2.0
        b = da + square
        p, before_p = b * p - a * before_p, p
        q, before_q = b * q - a * before_q, q
    return p / q * x * exp(-square) / sqrt(pi)


def erf(x, /):
    x = _real(x)
    if isnan(x):
        return x
    if fabs(x) < 1.5:
        return _series(x)
    rest = _fraction(fabs(x))
    return 1.0 - rest if x > 0 else rest - 1.0


def erfc(x, /):
    x = _real(x)
    if isnan(x):
        return x
    if fabs(x) < 1.5:
        return 1.0 - _series(x)
    rest = _fraction(fabs(x))
    return rest if x > 0 else 2.0 - rest


def fma(x, y, z, /):
    x, y, z = _real(x), _real(y), _real(z)
    if not (isfinite(x) and isfinite(y) and isfinite(z)):
        value = x * y + z
        if isnan(value) and not (isnan(x) or isnan(y) or isnan(z)):
            raise ValueError("invalid operation in fma")
        return value
    exact = _Fraction(x) * _Fraction(y) + _Fraction(z)
    if exact == 0:
        return x * y + z
    try:
        return float(exact)
    except OverflowError:
        raise OverflowError("overflow in fma") from None


def sumprod(p, q, /):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    total = 0
    if all([isinstance(value, (int, float)) for value in p + q]) and not all([isinstance(value, int) for value in p + q]):
        try:
            return float(sum([_Fraction(a) * _Fraction(b) for a, b in zip(p, q)]))
        except (OverflowError, ValueError):
            return fsum([a * b for a, b in zip(p, q)])
    for a, b in zip(p, q):
        total += a * b
    return total
