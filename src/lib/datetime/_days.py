"""Days, months and years."""

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


def _iso_week(n):
    """Year, number of the week and day of the week, as ISO 8601 counts them."""
    day = (n - 1) % 7 + 1
    # A week belongs to the year that has its Thursday.
    thursday = n - day + 4
    year = (thursday - 1) * 400 // 146097 + 1
    while _before(year) >= thursday:
        year -= 1
    while _before(year + 1) < thursday:
        year += 1
    return year, (thursday - _before(year) - 1) // 7 + 1, day


def _of_week(year, week, day):
    """The number of the day that is that one of that week."""
    if not 1 <= year <= 9999:
        raise ValueError(f"Year is out of range: {year}")
    first = _ordinal(year, 1, 4)
    monday = first - (first - 1) % 7
    if not 1 <= week <= 53 or week == 53 and _iso_week(monday + 52 * 7)[0] != year:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return monday + (week - 1) * 7 + day - 1
