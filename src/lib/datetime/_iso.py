"""Dates in texts as ISO 8601 writes them: `fromisoformat`."""

from datetime._days import _from_ordinal, _of_week
from datetime._delta import timedelta
from datetime._zone import UTC, timezone


def _refused(text):
    return ValueError(f"Invalid isoformat string: {text!r}")


def _check_text(text):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")


def _number(digits):
    if not digits.isascii() or not digits.isdigit():
        raise ValueError
    return int(digits)


def _date(text):
    """Year, month and day, and how much of the text they take."""
    year, rest = _number(text[:4]), text[4:]
    dash = "-" if rest.startswith("-") else ""
    rest = rest.removeprefix("-")
    if rest.startswith("W"):
        week, rest = _number(rest[1:3]), rest[3:]
        day = 1
        if rest.startswith(dash) and rest[len(dash) : len(dash) + 1].isdigit():
            day, rest = _number(rest[len(dash) : len(dash) + 1]), rest[len(dash) + 1 :]
        return _from_ordinal(_of_week(year, week, day)), len(text) - len(rest)
    month, rest = rest[:2], rest[2:]
    if not rest.startswith(dash) or len(month) != 2 or len(rest) < len(dash) + 2:
        raise ValueError
    rest = rest[len(dash) :]
    return (year, _number(month), _number(rest[:2])), len(text) - len(rest) + 2


def _clock(text):
    """Hour, minute, second and microsecond."""
    text, point, fraction = text.replace(",", ".").partition(".")
    colon = ":" if ":" in text else ""
    parts = text.split(":") if colon else [text[at : at + 2] for at in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or any([len(part) != 2 for part in parts]) or point and (len(parts) < 3 or not fraction):
        raise ValueError
    numbers = [_number(part) for part in parts] + [0] * (3 - len(parts))
    return *numbers, _number((fraction + "00000")[:6]) if fraction and _number(fraction) >= 0 else 0


def _time(text):
    """What the clock says, and the zone."""
    for at, sign in enumerate(text):
        if sign in "+-Z":
            break
    else:
        return *_clock(text), None
    if sign == "Z":
        if text[at + 1 :]:
            raise ValueError
        return *_clock(text[:at]), UTC
    hours, minutes, seconds, micros = _clock(text[at + 1 :])
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
    zone = UTC if not offset else timezone(offset if sign == "+" else -offset)
    return *_clock(text[:at]), zone


def date_parts(text):
    _check_text(text)
    try:
        parts, end = _date(text)
    except ValueError:
        raise _refused(text) from None
    if end != len(text):
        raise _refused(text)
    return parts


def time_parts(text):
    _check_text(text)
    try:
        return _time(text.removeprefix("T"))
    except ValueError:
        raise _refused(text) from None


def moment_parts(text):
    _check_text(text)
    try:
        parts, end = _date(text)
        return (*parts, *_time(text[end + 1 :])) if end < len(text) else parts
    except ValueError:
        raise _refused(text) from None
