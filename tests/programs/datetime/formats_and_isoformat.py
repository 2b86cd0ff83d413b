from datetime import date, datetime, time, timedelta, timezone


def tried(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


moment, day, clock = datetime(2024, 2, 29, 13, 5, 9, 1234), date(2024, 12, 30), time(1, 2, 3, 45)
zone = timezone(timedelta(hours=5, minutes=30))
there = moment.replace(tzinfo=zone)
print(f"{moment:%Y-%m-%d %H:%M:%S.%f} {moment} {day:%d/%m/%y} {clock:%H.%M} {there:%z %Z} {moment:%A %j}")
print("{:%H:%M} {} {!r}".format(moment, day, clock), format(day, ""), format(clock))
print(day.isocalendar(), day.isocalendar().week, tuple(moment.isocalendar()), date.fromisocalendar(2020, 53, 7))
tried(lambda: date.fromisocalendar(2021, 53, 1))
print(date.resolution, time.min, time.max, time.resolution, datetime.resolution, datetime.min)
print(moment.ctime(), day.ctime(), there.utctimetuple()[:6], moment.timetuple()[:9], there.timetz(), there.time())
for timespec in ("hours", "minutes", "seconds", "milliseconds", "microseconds", "auto", "x"):
    tried(lambda: moment.isoformat(" ", timespec))
    tried(lambda: clock.isoformat(timespec))
for text in [
    "2024-01-02", "20240102", "2024-W01-3", "2024W013", "2024-W01", "2024-1-2", "x", "2024-01-02T03",
    "2024-01-02T03:04", "2024-01-02 03:04:05.5", "2024-01-02T03:04:05.123456789", "2024-01-02T03:04:05Z",
    "2024-01-02T03:04:05+05:30", "2024-01-02T030405-0300", "2024-01-02T03:04:05+00:00", "2024-01-02Tz",
    "20240102T0304", "2024-0102",
]:  # fmt: skip
    tried(lambda: date.fromisoformat(text))
    tried(lambda: datetime.fromisoformat(text))
for text in ["03", "03:04", "T03:04:05", "030405", "03:04:05.1", "03:04:05,12", "03:04Z", "03:04+01:00", "3", ""]:
    tried(lambda: time.fromisoformat(text))
