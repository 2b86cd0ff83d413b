"""Lengths of time."""


def _compared(a, b, op):
    kinds = f"'{_name(a)}' and '{_name(b)}'"
    return TypeError(f"'{op}' not supported between instances of {kinds}")


def _name(value):
    kind = type(value)
    is_ours = hasattr(value, "total_seconds") or hasattr(value, "isoformat")
    return f"datetime.{kind.__name__}" if is_ours else kind.__name__


def _unsupported(a, b, op):
    return TypeError(f"unsupported operand type(s) for {op}: '{_name(a)}' and '{_name(b)}'")


class timedelta:
    """A length of time, in days, seconds and microseconds."""

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        days += weeks * 7
        seconds += minutes * 60 + hours * 3600
        microseconds += milliseconds * 1000
        if isinstance(days, float):
            whole = int(days)
            seconds += (days - whole) * 86400
            days = whole
        if isinstance(seconds, float):
            whole = int(seconds)
            microseconds += (seconds - whole) * 1e6
            seconds = whole
        total = (days * 86400 + seconds) * 1000000 + round(microseconds)
        rest, self.microseconds = divmod(total, 1000000)
        self.days, self.seconds = divmod(rest, 86400)
        if abs(self.days) > 999999999:
            raise OverflowError(f"days={self.days}; must have magnitude <= 999999999")

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)

    def _micros(self):
        return (self.days * 86400 + self.seconds) * 1000000 + self.microseconds

    def total_seconds(self):
        return self._micros() / 1000000

    def __repr__(self):
        parts = [
            f"{name}={value}"
            for name, value in (("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds))
            if value
        ]
        return f"datetime.timedelta({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02}:{seconds:02}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return text + (f".{self.microseconds:06}" if self.microseconds else "")

    def __bool__(self):
        return self._micros() != 0

    def __hash__(self):
        return hash(self._micros())

    def __eq__(self, other):
        return isinstance(other, timedelta) and self._micros() == other._micros()

    def __ne__(self, other):
        return not self == other

    def _other(self, other, op):
        if not isinstance(other, timedelta):
            raise _compared(self, other, op)
        return other._micros()

    def __lt__(self, other):
        return self._micros() < self._other(other, "<")

    def __le__(self, other):
        return self._micros() <= self._other(other, "<=")

    def __gt__(self, other):
        return self._micros() > self._other(other, ">")

    def __ge__(self, other):
        return self._micros() >= self._other(other, ">=")

    def __add__(self, other):
        if hasattr(other, "isoformat"):
            return other + self
        if not isinstance(other, timedelta):
            raise _unsupported(self, other, "+")
        return _delta(self._micros() + other._micros())

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            raise _unsupported(self, other, "-")
        return _delta(self._micros() - other._micros())

    def __mul__(self, other):
        if not isinstance(other, (int, float)):
            raise _unsupported(self, other, "*")
        return _delta(round(self._micros() * other))

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._micros() / other._micros()
        return _delta(round(self._micros() / other))

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._micros() // other._micros()
        return _delta(self._micros() // other)

    def __mod__(self, other):
        return _delta(self._micros() % other._micros())

    def __neg__(self):
        return _delta(-self._micros())

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._micros()))


def _delta(micros):
    return timedelta(microseconds=micros)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)
