"""Dates in texts: `strptime`."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# How many digits the numbers have, and where they go.
_FIELDS = {"Y": (4, 0), "m": (2, 1), "d": (2, 2), "H": (2, 3), "I": (2, 3), "M": (2, 4), "S": (2, 5), "f": (6, 6), "j": (3, 7)}


_COMPOSED = {
    "%c": "%a %b %d %H:%M:%S %Y", "%x": "%m/%d/%y", "%X": "%H:%M:%S", "%T": "%H:%M:%S", "%D": "%m/%d/%y",
    "%F": "%Y-%m-%d", "%R": "%H:%M",
}  # fmt: skip


def parsed(text, format):
    values, zone, is_pm, rest = [1900, 1, 1, 0, 0, 0, 0, 0], None, False, text
    mismatch = ValueError(f"time data {text!r} does not match format {format!r}")
    for short, long in _COMPOSED.items():
        format = format.replace(short, long)
    index = 0
    while index < len(format):
        char = format[index]
        index += 1
        if char != "%":
            if char.isspace():
                rest = rest.lstrip()
            elif rest[:1] != char:
                raise mismatch
            else:
                rest = rest[1:]
            continue
        if index == len(format):
            raise ValueError(f"stray % in format '{format}'")
        char = format[index]
        index += 1
        if char == "%":
            if rest[:1] != "%":
                raise mismatch
            rest = rest[1:]
        elif char in _FIELDS:
            most, field = _FIELDS[char]
            end = 0
            while end < most and rest[end : end + 1].isdigit():
                end += 1
            if not end:
                raise mismatch
            digits, rest = rest[:end], rest[end:]
            values[field] = int((digits + "000000")[:6] if char == "f" else digits)
        elif char in "bBaAp":
            names = _MONTHS if char in "bB" else _DAYS if char in "aA" else ("AM", "PM")
            for number, name in enumerate(names):
                name = name[:3] if char in "ba" else name
                if rest[: len(name)].lower() == name.lower():
                    rest = rest[len(name) :]
                    if char in "bB":
                        values[1] = number + 1
                    is_pm = is_pm or char == "p" and number == 1
                    break
            else:
                raise mismatch
        elif char == "y":
            year, rest = int(rest[:2]), rest[2:]
            values[0] = year + (2000 if year < 69 else 1900)
        elif char == "z":
            sign, digits = rest[:1], rest[1:6].replace(":", "")[:4]
            rest = rest[1 + (5 if ":" in rest[1:6] else 4) :]
            minutes = int(digits[:2]) * 60 + int(digits[2:])
            zone = -minutes if sign == "-" else minutes
        else:
            raise ValueError(f"'{char}' is a bad directive in format '{format}'")
    if rest:
        raise ValueError(f"unconverted data remains: {rest}")
    if "%I" in format:
        values[3] = values[3] % 12 + (12 if is_pm else 0)
    day = values.pop()
    if day:
        lengths = (31, 29 if _is_leap(values[0]) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
        for month, length in enumerate(lengths, 1):
            if day <= length:
                values[1:3] = month, day
                break
            day -= length
    return *values, zone


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
