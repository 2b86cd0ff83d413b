"""Dates and times of day, and what lies between them."""

import time as _time
from datetime._delta import _compared, _delta, _unsupported, timedelta
from datetime._parse import parsed as _parsed

MINYEAR, MAXYEAR = 1, 9999

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _is_leap(year) else _MONTH_DAYS[month - 1]


def _before(year):
    """Days before a year; the first day of the year 1 has number 1."""
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _ordinal(year, month, day):
    return _before(year) + sum([_days_in(year, m) for m in range(1, month)]) + day


def _from_ordinal(n):
    if not 1 <= n <= 3652059:
        raise OverflowError("date value out of range")
    year = (n - 1) * 400 // 146097 + 1
    while _before(year) >= n:
        year -= 1
    while _before(year + 1) < n:
        year += 1
    day, month = n - _before(year), 1
    while day > _days_in(year, month):
        day -= _days_in(year, month)
        month += 1
    return year, month, day


class tzinfo:
    pass


class timezone(tzinfo):
    """So far from UTC."""

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        self._offset, self._name = offset, name

    def __reduce__(self):
        return type(self), (self._offset,) if self._name is None else (self._offset, self._name)

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + (_shown_offset(self._offset, ":") if self._offset else "")

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self._name is None and not self._offset:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __hash__(self):
        return hash(self._offset)

    def __eq__(self, other):
        return isinstance(other, timezone) and self._offset == other._offset


def _shown_offset(offset, colon):
    micros = offset._micros()
    minutes = abs(micros) // 60000000
    return f"{'-' if micros < 0 else '+'}{minutes // 60:02}{colon}{minutes % 60:02}"


UTC = timezone(timedelta(0))
timezone.utc = UTC


def _format(value, format):
    """As `time.strftime`, with what only these know."""
    parts = []
    index = 0
    while index < len(format):
        pair = format[index : index + 2]
        if pair == "%f":
            parts.append(f"{getattr(value, 'microsecond', 0):06}")
        elif pair == "%z":
            parts.append("" if value.utcoffset() is None else _shown_offset(value.utcoffset(), ""))
        elif pair == "%Z":
            parts.append(value.tzname() or "")
        elif pair[0] == "%" and len(pair) == 2:
            parts.append(pair)
        else:
            parts.append(pair[0])
            index -= 1
        index += 2
    return _time.strftime("".join(parts), value.timetuple())


class date:
    """A day."""

    def __init__(self, year, month=None, day=None):
        if isinstance(year, bytes):
            year, month, day = _unpacked(year)
        _check_given(month=month, day=day)
        _check_date(year, month, day)
        self.year, self.month, self.day = year, month, day

    def __reduce__(self):
        return type(self), (_packed(self.year) + bytes([self.month, self.day]),)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, n, /):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text, /):
        return cls(*_parsed_date(text))

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def timetuple(self):
        yday = self.toordinal() - _before(self.year)
        return _time.struct_time((self.year, self.month, self.day, 0, 0, 0, self.weekday(), yday, -1))

    def utcoffset(self):
        return None

    def tzname(self):
        return None

    def replace(self, year=None, month=None, day=None):
        return type(self)(year or self.year, month or self.month, day or self.day)

    def isoformat(self):
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def strftime(self, format):
        return _format(self, format)

    def ctime(self):
        return _time.asctime(self.timetuple())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"datetime.date({self.year}, {self.month}, {self.day})"

    def _key(self):
        return (self.year, self.month, self.day)

    def _is_like(self, other):
        return isinstance(other, date) and isinstance(self, datetime) == isinstance(other, datetime)

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._is_like(other) and self._key() == other._key()

    def __ne__(self, other):
        return not self == other

    def _other(self, other, op):
        if not self._is_like(other):
            raise _compared(self, other, op)
        return other._key()

    def __lt__(self, other):
        return self._key() < self._other(other, "<")

    def __le__(self, other):
        return self._key() <= self._other(other, "<=")

    def __gt__(self, other):
        return self._key() > self._other(other, ">")

    def __ge__(self, other):
        return self._key() >= self._other(other, ">=")

    def __add__(self, other):
        if not isinstance(other, timedelta):
            raise _unsupported(self, other, "+")
        return type(self).fromordinal(self.toordinal() + other.days)

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self).fromordinal(self.toordinal() - other.days)
        if not self._is_like(other):
            raise _unsupported(self, other, "-")
        return timedelta(self.toordinal() - other.toordinal())


def _check_date(year, month, day):
    for value in (year, month, day):
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond):
    for name, value, end in (("hour", hour, 24), ("minute", minute, 60), ("second", second, 60)):
        if not 0 <= value < end:
            raise ValueError(f"{name} must be in 0..{end - 1}")
    if not 0 <= microsecond < 1000000:
        raise ValueError("microsecond must be in 0..999999")


def _parsed_date(text):
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all([part.isdigit() for part in parts]):
        raise ValueError(f"Invalid isoformat string: {text!r}")
    return [int(part) for part in parts]


def _shown_time(value, timespec):
    text = f"{value.hour:02}:{value.minute:02}"
    if timespec == "minutes":
        return text
    text += f":{value.second:02}"
    if timespec == "milliseconds":
        return f"{text}.{value.microsecond // 1000:03}"
    if timespec == "microseconds" or timespec == "auto" and value.microsecond:
        return f"{text}.{value.microsecond:06}"
    return text


def _check_given(**arguments):
    for index, (name, value) in enumerate(arguments.items()):
        if value is None:
            raise TypeError(f"function missing required argument '{name}' (pos {index + 2})")


def _packed(number, count=2):
    """As in a pickle."""
    return number.to_bytes(count, "big")


def _unpacked(state):
    """The parts of a date, or of a moment."""
    year, (month, day, *rest) = state[0] * 256 + state[1], state[2:]
    if not rest:
        return year, month, day
    hour, minute, second = rest[:3]
    return year, month % 128, day, hour, minute, second, int.from_bytes(state[7:], "big"), month // 128


class time:
    """A time of day."""

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, bytes):
            state, tzinfo = hour, minute or None
            hour, minute, second, microsecond = state[0] % 128, state[1], state[2], int.from_bytes(state[3:], "big")
            fold = state[0] // 128
        _check_time(hour, minute, second, microsecond)
        self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond
        self.tzinfo, self.fold = tzinfo, fold

    def __reduce_ex__(self, protocol):
        state = bytes([self.hour + 128 * self.fold, self.minute, self.second]) + _packed(self.microsecond, 3)
        return type(self), (state,) if self.tzinfo is None else (state, self.tzinfo)

    def isoformat(self, timespec="auto"):
        return _shown_time(self, timespec)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def timetuple(self):
        return (1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1)

    def strftime(self, format):
        return _format(self, format)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"datetime.time({_arguments(self._key())})"

    def _key(self):
        return (self.hour, self.minute, self.second, self.microsecond)

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return isinstance(other, time) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key()

    def __le__(self, other):
        return self._key() <= other._key()


def _arguments(key):
    """Of a time in its `repr`: seconds and what is less may be missing."""
    key = list(key)
    while len(key) > 2 and key[-1] == 0 and len(key) % 7 != 5:
        key.pop()
    return ", ".join([f"{value}" for value in key])


class datetime(date):
    """A moment."""

    def __init__(self, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, bytes):
            tzinfo = month
            year, month, day, hour, minute, second, microsecond, fold = _unpacked(year)
        super().__init__(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond
        self.tzinfo, self.fold = tzinfo, fold

    def __reduce_ex__(self, protocol):
        state = _packed(self.year) + bytes([self.month + 128 * self.fold, self.day, self.hour, self.minute, self.second])
        state += _packed(self.microsecond, 3)
        return type(self), (state,) if self.tzinfo is None else (state, self.tzinfo)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        moment = cls(1970, 1, 1) + timedelta(microseconds=round(timestamp * 1e6))
        if tz is None:
            return moment
        return (moment + tz.utcoffset(None)).replace(tzinfo=tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def fromordinal(cls, n, /):
        return cls(*_from_ordinal(n))

    @classmethod
    def combine(cls, date, time, tzinfo=None):
        return cls(date.year, date.month, date.day, *time._key(), tzinfo or time.tzinfo)

    @classmethod
    def fromisoformat(cls, text, /):
        day, rest = text[:10], text[11:]
        zone = None
        for sign in "+-Z":
            at = rest.find(sign)
            if at >= 0:
                rest, shown = rest[:at], rest[at + 1 :]
                minutes = 0 if sign == "Z" else int(shown[:2]) * 60 + int(shown[-2:])
                zone = UTC if not minutes else timezone(timedelta(minutes=minutes if sign == "+" else -minutes))
        clock, _, fraction = rest.partition(".")
        try:
            numbers = [int(part) for part in clock.split(":")] if clock else []
            micros = [int((fraction + "000000")[:6])] if fraction else []
            return cls(*_parsed_date(day), *numbers, *micros, tzinfo=zone)
        except (ValueError, TypeError):
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    @classmethod
    def strptime(cls, date_string, format):
        *values, minutes = _parsed(date_string, format)
        zone = None if minutes is None else timezone(timedelta(minutes=minutes))
        return cls(*values, zone)

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timetuple(self):
        yday = self.toordinal() - _before(self.year)
        return _time.struct_time(
            (self.year, self.month, self.day, self.hour, self.minute, self.second, self.weekday(), yday, -1)
        )

    def _naive(self):
        """Microseconds since the year 0, whatever the zone."""
        seconds = (self.hour * 60 + self.minute) * 60 + self.second
        return (self.toordinal() * 86400 + seconds) * 1000000 + self.microsecond

    def _key(self):
        offset = self.utcoffset()
        return self._naive() - (offset._micros() if offset else 0)

    def timestamp(self):
        return (self._key() - 719163 * 86400000000) / 1000000

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz=None):
        tz = tz or UTC
        moment = self - (self.utcoffset() or timedelta(0)) + tz.utcoffset(self)
        return moment.replace(tzinfo=tz)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        given = [year, month, day, hour, minute, second, microsecond]
        own = [self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond]
        values = [b if a is None else a for a, b in zip(given, own)]
        return type(self)(*values, self.tzinfo if tzinfo is True else tzinfo)

    def isoformat(self, sep="T", timespec="auto"):
        offset = self.utcoffset()
        zone = "" if offset is None else _shown_offset(offset, ":")
        return f"{self.year:04}-{self.month:02}-{self.day:02}{sep}{_shown_time(self, timespec)}{zone}"

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        key = [self.hour, self.minute, self.second, self.microsecond]
        while len(key) > 2 and key[-1] == 0:
            key.pop()
        values = [f"{value}" for value in [self.year, self.month, self.day, *key]]
        if self.tzinfo is not None:
            values.append(f"tzinfo={self.tzinfo!r}")
        return f"datetime.datetime({', '.join(values)})"

    def __add__(self, other):
        if not isinstance(other, timedelta):
            raise _unsupported(self, other, "+")
        seconds, micros = divmod(self._naive() + other._micros(), 1000000)
        days, seconds = divmod(seconds, 86400)
        clock = (seconds // 3600, seconds // 60 % 60, seconds % 60, micros)
        return type(self)(*_from_ordinal(days), *clock, self.tzinfo)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            raise _unsupported(self, other, "-")
        if (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._key() - other._key())


date.min, date.max = date(1, 1, 1), date(9999, 12, 31)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
