"""What `math` has besides its native functions."""

from math import copysign, fmod, inf, isfinite, isinf, isnan


def _real(x):
    if not isinstance(x, (int, float)) and not hasattr(x, "__float__") and not hasattr(x, "__index__"):
        raise TypeError(f"must be real number, not {type(x).__name__}")
    return float(x)


def frexp(x, /):
    x = _real(x)
    if x == 0 or not isfinite(x):
        return x, 0
    # As `float.hex` writes it: a sign, one digit, a fraction and an exponent.
    exponent = int(x.hex().partition("p")[2]) + 1
    if exponent < -1000:
        m, e = frexp(x * 2.0 ** 200)
        return m, e - 200
    return x / 2.0 ** (exponent - 1) / 2, exponent


def ldexp(x, i, /):
    if not isinstance(i, int):
        raise TypeError("Expected an int as second argument to ldexp.")
    x = _real(x)
    if x == 0 or not isfinite(x):
        return x
    m, e = frexp(x)
    e += i
    if e > 1024:
        raise OverflowError("math range error")
    if e < -1074 - 53:
        return copysign(0.0, x)
    if e < -1021:
        # Rounded once.
        return m * 2.0 ** 53 * 2.0 ** -1074 if e == -1021 - 53 else m * 2.0 ** (e + 1074) * 2.0 ** -1074
    return m * 2 * 2.0 ** (e - 1)


def modf(x, /):
    x = _real(x)
    if isinf(x):
        return copysign(0.0, x), x
    if isnan(x):
        return x, x
    whole = copysign(float(int(x)), x)
    return copysign(x - whole, x), whole


def remainder(x, y, /):
    x, y = _real(x), _real(y)
    if isnan(x) or isnan(y):
        return x if isnan(x) else y
    if isinf(x) or y == 0:
        raise ValueError("math domain error")
    if isinf(y):
        return x
    size = abs(y)
    m = fmod(abs(x), size)
    c = size - m
    if m < c:
        r = m
    elif m > c:
        r = -c
    else:
        r = m - 2.0 * fmod(0.5 * (abs(x) - m), size)
    return copysign(1.0, x) * r


def nextafter(x, y, /, *, steps=None):
    x, y = _real(x), _real(y)
    for _ in range(1 if steps is None else steps):
        if isnan(x) or isnan(y) or x == y:
            return y if x == y else x + y
        if isinf(x):
            x = copysign(1.7976931348623157e308, x)
        elif x == 0:
            x = copysign(5e-324, y)
        else:
            step = ulp(x)
            if y > x:
                # Towards nothing the numbers lie closer below a power of two.
                x = x + (step / 2 if x < 0 and frexp(x)[0] == -0.5 and step > 5e-324 else step)
            else:
                x = x - (step / 2 if x > 0 and frexp(x)[0] == 0.5 and step > 5e-324 else step)
    return x


def ulp(x, /):
    x = abs(_real(x))
    if isnan(x) or x == inf:
        return x
    return 2.0 ** max(frexp(x)[1] - 53, -1074) if x else 5e-324
