"""Means and how far values are from them."""

from math import fsum as _fsum
from math import prod as _prod
from math import sqrt as _sqrt


class StatisticsError(ValueError):
    pass


def _list(data, function, least=1):
    values = list(data)
    if len(values) < least:
        if least == 2:
            raise StatisticsError(f"{function} requires at least two data points")
        raise StatisticsError(f"{function} requires at least one data point")
    return values


def _total(values):
    """Exact, and whole if they all are."""
    if all([isinstance(value, int) for value in values]):
        return sum(values)
    return _fsum(values)


def mean(data):
    values = _list(data, "mean")
    total = _total(values)
    if isinstance(total, int) and total % len(values) == 0:
        return total // len(values)
    return total / len(values)


def fmean(data, weights=None):
    values = list(data)
    if weights is None:
        if not values:
            raise StatisticsError("fmean requires at least one data point")
        return _fsum(values) / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError("data and weights must be the same length")
    total = _fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _fsum([value * weight for value, weight in zip(values, weights)]) / total


def median(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    middle = len(values) // 2
    if len(values) % 2:
        return values[middle]
    return (values[middle - 1] + values[middle]) / 2


def median_low(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[len(values) // 2]


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _squares(values, center):
    """The sum of the squares of what each is away from their center."""
    if center is not None:
        return _total([(value - center) ** 2 for value in values])
    n = len(values)
    if all([isinstance(value, int) for value in values]):
        # Without a mean that had to be rounded.
        squares = n * sum([value * value for value in values]) - sum(values) ** 2
        return squares // n if squares % n == 0 else squares / n
    center = _fsum(values) / n
    return _fsum([(value - center) ** 2 for value in values])


def _quotient(a, b):
    return a // b if isinstance(a, int) and a % b == 0 else a / b


def variance(data, xbar=None):
    values = _list(data, "variance", 2)
    return _quotient(_squares(values, xbar), len(values) - 1)


def pvariance(data, mu=None):
    values = _list(data, "pvariance")
    return _quotient(_squares(values, mu), len(values))


def stdev(data, xbar=None):
    values = _list(data, "stdev", 2)
    return _sqrt(_squares(values, xbar) / (len(values) - 1))


def pstdev(data, mu=None):
    values = _list(data, "pstdev")
    return _sqrt(_squares(values, mu) / len(values))


def geometric_mean(data):
    from math import exp, log

    values = _list(data, "geometric mean")
    return exp(_fsum([log(value) for value in values]) / len(values))


def harmonic_mean(data, weights=None):
    values = _list(data, "harmonic_mean")
    weights = [1] * len(values) if weights is None else list(weights)
    if 0 in values:
        return 0
    if all([isinstance(value, int) for value in values + weights]):
        # As a fraction, which is rounded once.
        over = _prod(values)
        return sum(weights) * over / sum([over // value * weight for value, weight in zip(values, weights)])
    return sum(weights) / _fsum([weight / value for value, weight in zip(values, weights)])


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    if len(values) < 2:
        if not values:
            raise StatisticsError("must have at least one data point")
        return values * (n - 1)
    last = len(values) - 1 if method == "inclusive" else len(values) + 1
    if method not in ("exclusive", "inclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    found = []
    for i in range(1, n):
        if method == "inclusive":
            at, delta = divmod(i * last, n)
            found.append((values[at] * (n - delta) + values[at + 1] * delta) / n)
        else:
            at = min(max(i * last // n, 1), len(values) - 1)
            delta = i * last - at * n
            found.append((values[at - 1] * (n - delta) + values[at] * delta) / n)
    return found


def correlation(x, y, /):
    if len(x) != len(y):
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError("correlation requires at least two data points")
    mean_x, mean_y = _fsum(x) / len(x), _fsum(y) / len(y)
    xs, ys = [value - mean_x for value in x], [value - mean_y for value in y]
    both = _fsum([a * b for a, b in zip(xs, ys)])
    squares = _fsum([a * a for a in xs]) * _fsum([b * b for b in ys])
    if not squares:
        raise StatisticsError("at least one of the inputs is constant")
    return both / _sqrt(squares)
