"""The calendar, in UTC, which is the local time here, too. The clocks are native."""

from _named import Named as _Named
from time import time as _now

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_FIELDS = (
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
)  # fmt: skip


class struct_time(_Named):
    """A moment of the calendar: nine numbers with names, and its time zone."""

    _title, _fields = "time.struct_time", _FIELDS
    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0

    def __init__(self, sequence):
        values = tuple(sequence)
        if len(values) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)")
        if len(values) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(values)}-sequence given)")
        self._values = values[:9]
        self.tm_year, self.tm_mon, self.tm_mday, self.tm_hour, self.tm_min = values[:5]
        self.tm_sec, self.tm_wday, self.tm_yday, self.tm_isdst = values[5:9]
        self.tm_zone, self.tm_gmtoff = (values[9:] + (None, None))[:2]


def _days(year, month, day):
    """From 1970-01-01: years begin in March, so that the leap day is their last one."""
    year -= month <= 2
    month = (month + 9) % 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 719469


def _date(days):
    era, days = divmod(days + 719468, 146097)
    year = (days - days // 1460 + days // 36524 - days // 146096) // 365
    days -= 365 * year + year // 4 - year // 100
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    month = (month + 2) % 12 + 1
    return year + 400 * era + (month <= 2), month, day


def _moment(seconds, zone):
    if seconds is None:
        seconds = _now()
    if not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    days, seconds = divmod(int(seconds // 1), 86400)
    year, month, day = _date(days)
    hours, seconds = divmod(seconds, 3600)
    return (
        year, month, day, hours, seconds // 60, seconds % 60, (days + 3) % 7,
        days - _days(year, 1, 1) + 1, 0, zone, 0,
    )  # fmt: skip


def gmtime(seconds=None, /):
    return struct_time(_moment(seconds, "GMT"))


def localtime(seconds=None, /):
    return struct_time(_moment(seconds, "UTC"))


def mktime(moment, /):
    if not isinstance(moment, (tuple, struct_time)):
        raise TypeError("Tuple or struct_time argument required")
    year, month, day, hour, minute, second = moment[:6]
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return float(_days(year, month, 1) * 86400 + (day - 1) * 86400 + hour * 3600 + minute * 60 + second)


def asctime(moment=None, /):
    if moment is None:
        moment = localtime()
    elif not isinstance(moment, (tuple, struct_time)):
        raise TypeError("Tuple or struct_time argument required")
    return _format("%a %b ", moment) + f"{moment[2]:2} " + _format("%H:%M:%S ", moment) + f"{moment[0]}"


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strftime(format, moment=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if moment is None:
        moment = localtime()
    elif not isinstance(moment, (tuple, struct_time)):
        raise TypeError("Tuple or struct_time argument required")
    return _format(format, moment)


def _format(format, moment):
    parts = []
    index = 0
    while index < len(format):
        char = format[index]
        index += 1
        if char != "%" or index == len(format):
            parts.append(char)
            continue
        char = format[index]
        index += 1
        parts.append(_directive(char, moment))
    return "".join(parts)


# What a directive stands for: a field of the moment and how it is written, or other directives.
_NUMBERS = {
    "d": (2, "02"), "e": (2, "2"), "H": (3, "02"), "k": (3, "2"), "m": (1, "02"), "M": (4, "02"),
    "S": (5, "02"), "Y": (0, ""), "j": (7, "03"),
}  # fmt: skip
_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M", "r": "%I:%M:%S %p",
    "T": "%H:%M:%S", "x": "%m/%d/%y", "X": "%H:%M:%S",
}  # fmt: skip
_TEXTS = {"n": "\n", "t": "\t", "%": "%", "z": "+0000", "Z": "UTC"}


def _directive(char, moment):
    if char in _NUMBERS:
        field, spec = _NUMBERS[char]
        return f"{moment[field]:{spec}}"
    if char in _COMPOSED:
        return _format(_COMPOSED[char], moment)
    if char in _TEXTS:
        return _TEXTS[char]
    year, month, day, hour, _, _, weekday, yearday = moment[:8]
    if char == "a":
        return _DAYS[weekday][:3]
    if char == "A":
        return _DAYS[weekday]
    if char == "b" or char == "h":
        return _MONTHS[month - 1][:3]
    if char == "B":
        return _MONTHS[month - 1]
    if char == "I":
        return f"{(hour - 1) % 12 + 1:02}"
    if char == "l":
        return f"{(hour - 1) % 12 + 1:2}"
    if char == "p":
        return "AM" if hour < 12 else "PM"
    if char == "P":
        return "am" if hour < 12 else "pm"
    if char == "y":
        return f"{year % 100:02}"
    if char == "C":
        return f"{year // 100:02}"
    if char == "u":
        return f"{weekday + 1}"
    if char == "w":
        return f"{(weekday + 1) % 7}"
    if char == "s":
        return f"{int(mktime(moment))}"
    if char == "U":
        return f"{(yearday + 6 - (weekday + 1) % 7) // 7:02}"
    if char == "W":
        return f"{(yearday + 6 - weekday) // 7:02}"
    if char in "GgV":
        year, week = _week(year, yearday, weekday)
        return f"{year}" if char == "G" else f"{year % 100 if char == 'g' else week:02}"
    return f"%{char}"


def _week(year, yearday, weekday):
    """ISO 8601: the first week is the one with the first Thursday."""
    week = (yearday - weekday + 9) // 7
    if week < 1:
        before = _days(year, 1, 1) - _days(year - 1, 1, 1)
        return year - 1, (yearday + before - weekday + 9) // 7
    if week == 53 and yearday - weekday + 3 > _days(year + 1, 1, 1) - _days(year, 1, 1):
        return year + 1, 1
    return year, week
