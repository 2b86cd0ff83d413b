"""Dates and times of day, and what lies between them."""

import time as _time
from _named import Named as _Named
from datetime._days import _before, _days_in, _from_ordinal, _iso_week, _of_week, _ordinal
from datetime._delta import _compared, _delta, _unsupported, timedelta
from datetime._iso import date_parts as _date_parts, moment_parts as _moment_parts, time_parts as _time_parts
from datetime._parse import parsed as _parsed
from datetime._zone import UTC, _offset_of, _shown_offset, timezone, tzinfo

MINYEAR, MAXYEAR = 1, 9999


def _zone_of(value, colon):
    """How far it is from UTC; a date is nowhere."""
    offset = value.utcoffset() if isinstance(value, (datetime, time)) else None
    return "" if offset is None else _shown_offset(offset, colon)


def _format(value, format):
    """As `time.strftime`, with what only these know."""
    parts = []
    index = 0
    while index < len(format):
        pair = format[index : index + 2]
        if pair == "%f":
            parts.append(f"{getattr(value, 'microsecond', 0):06}")
        elif pair == "%z":
            parts.append(_zone_of(value, ""))
        elif pair == "%:" and format[index + 2 : index + 3] == "z":
            parts.append(_zone_of(value, ":"))
            index += 1
        elif pair == "%Z":
            parts.append("" if isinstance(value, date) and not isinstance(value, datetime) else value.tzname() or "")
        elif pair[0] == "%" and len(pair) == 2:
            parts.append(pair)
        else:
            parts.append(pair[0])
            index -= 1
        index += 2
    return _time.strftime("".join(parts), value._clock())


class _Formatted:
    """What `format` and `str.format` make a text of."""

    def __format__(self, format, /):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)


class _IsoCalendarDate(_Named):
    _title = "datetime.IsoCalendarDate"
    _fields = ("year", "week", "weekday")

    def __init__(self, *values):
        self._values = self.year, self.week, self.weekday = values


class date(_Formatted):
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
        return cls(*_date_parts(text))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls.fromordinal(_of_week(year, week, day))

    def isocalendar(self):
        return _IsoCalendarDate(*_iso_week(self.toordinal()))

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def timetuple(self):
        yday = self.toordinal() - _before(self.year)
        return _time.struct_time((self.year, self.month, self.day, 0, 0, 0, self.weekday(), yday, -1))

    def _clock(self):
        return self.timetuple()

    def replace(self, year=None, month=None, day=None):
        return type(self)(*[own if new is None else new for own, new in zip(self._key(), (year, month, day))])

    __replace__ = replace

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
    _check_whole(year, month, day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError("day is out of range for month")


def _check_whole(*values):
    for value in values:
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _check_time(hour, minute, second, microsecond):
    _check_whole(hour, minute, second, microsecond)
    for name, value, end in (("hour", hour, 24), ("minute", minute, 60), ("second", second, 60)):
        if not 0 <= value < end:
            raise ValueError(f"{name} must be in 0..{end - 1}")
    if not 0 <= microsecond < 1000000:
        raise ValueError("microsecond must be in 0..999999")


def _shown_time(value, timespec):
    text = f"{value.hour:02}:{value.minute:02}"
    if timespec == "minutes":
        return text
    if timespec == "hours":
        return text[:2]
    if timespec not in ("auto", "seconds", "milliseconds", "microseconds"):
        raise ValueError("Unknown timespec value")
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


class time(_Formatted):
    """A time of day."""

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, bytes):
            state, tzinfo = hour, minute or None
            hour, minute, second, microsecond = state[0] % 128, state[1], state[2], int.from_bytes(state[3:], "big")
            fold = state[0] // 128
        _check_time(hour, minute, second, microsecond)
        _check_zone(tzinfo, fold)
        self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond
        self.tzinfo, self.fold = tzinfo, fold

    def __reduce_ex__(self, protocol):
        state = bytes([self.hour + 128 * self.fold, self.minute, self.second]) + _packed(self.microsecond, 3)
        return type(self), (state,) if self.tzinfo is None else (state, self.tzinfo)

    @classmethod
    def fromisoformat(cls, text, /):
        return cls(*_time_parts(text))

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        given = (hour, minute, second, microsecond)
        values = [own if new is None else new for own, new in zip(self._parts(), given)]
        zone = self.tzinfo if tzinfo is True else tzinfo
        return type(self)(*values, zone, fold=self.fold if fold is None else fold)

    __replace__ = replace

    def isoformat(self, timespec="auto"):
        offset = self.utcoffset()
        return _shown_time(self, timespec) + ("" if offset is None else _shown_offset(offset, ":"))

    def utcoffset(self):
        return _offset_of(self.tzinfo, None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def _clock(self):
        return (1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1)

    def strftime(self, format):
        return _format(self, format)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        zone = "" if self.tzinfo is None else f", tzinfo={self.tzinfo!r}"
        fold = ", fold=1" if self.fold else ""
        return f"datetime.time({_arguments(self._parts())}{zone}{fold})"

    def _parts(self):
        return (self.hour, self.minute, self.second, self.microsecond)

    def _key(self):
        """Microseconds since midnight, in UTC if its zone is known."""
        micros = ((self.hour * 60 + self.minute) * 60 + self.second) * 1000000 + self.microsecond
        offset = self.utcoffset()
        return micros - (offset._micros() if offset else 0)

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return isinstance(other, time) and _are_alike(self, other) and self._key() == other._key()

    def _other(self, other, op):
        if not isinstance(other, time):
            raise _compared(self, other, op)
        if not _are_alike(self, other):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return other._key()

    def __lt__(self, other):
        return self._key() < self._other(other, "<")

    def __le__(self, other):
        return self._key() <= self._other(other, "<=")

    def __gt__(self, other):
        return self._key() > self._other(other, ">")

    def __ge__(self, other):
        return self._key() >= self._other(other, ">=")


def _are_alike(a, b):
    """Do both know how far they are from UTC, or neither?"""
    return (a.utcoffset() is None) == (b.utcoffset() is None)


def _check_zone(zone, fold):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


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
        _check_zone(tzinfo, fold)
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
        _check_zone(tz, 0)
        moment = cls(1970, 1, 1) + timedelta(microseconds=round(timestamp * 1e6))
        return moment if tz is None else tz.fromutc(moment.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def fromordinal(cls, n, /):
        return cls(*_from_ordinal(n))

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(date.year, date.month, date.day, *time._parts(), zone, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text, /):
        return cls(*_moment_parts(text))

    @classmethod
    def strptime(cls, date_string, format):
        *values, minutes = _parsed(date_string, format)
        zone = None if minutes is None else timezone(timedelta(minutes=minutes))
        return cls(*values, zone)

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond, fold=self.fold)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold=self.fold)

    def timetuple(self):
        dst = self.dst()
        return self._tuple(-1 if dst is None else 1 if dst else 0)

    def utctimetuple(self):
        return (self - (self.utcoffset() or timedelta(0)))._tuple(0)

    def _tuple(self, is_dst):
        yday = self.toordinal() - _before(self.year)
        clock = (self.hour, self.minute, self.second)
        return _time.struct_time((self.year, self.month, self.day, *clock, self.weekday(), yday, is_dst))

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
        return _offset_of(self.tzinfo, self)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz=None):
        tz = UTC if tz is None else tz
        _check_zone(tz, 0)
        moment = self - (self.utcoffset() or timedelta(0))
        return tz.fromutc(moment.replace(tzinfo=tz))

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
        fold=None,
    ):
        given = [year, month, day, hour, minute, second, microsecond]
        own = [self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond]
        values = [b if a is None else a for a, b in zip(given, own)]
        zone = self.tzinfo if tzinfo is True else tzinfo
        return type(self)(*values, zone, fold=self.fold if fold is None else fold)

    __replace__ = replace

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return isinstance(other, datetime) and _are_alike(self, other) and self._key() == other._key()

    def _other(self, other, op):
        if not isinstance(other, datetime):
            raise _compared(self, other, op)
        if not _are_alike(self, other):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return other._key()

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
        if self.fold:
            values.append("fold=1")
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
        if not _are_alike(self, other):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        if self.tzinfo is other.tzinfo:
            # What clocks of one place show, though summer came between.
            return _delta(self._naive() - other._naive())
        return _delta(self._key() - other._key())


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
time.min, time.max = time(0, 0), time(23, 59, 59, 999999)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = time.resolution = timedelta.resolution
