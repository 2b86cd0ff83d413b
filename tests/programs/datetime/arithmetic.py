import datetime as dt
from datetime import date, datetime, time, timedelta, timezone

d = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(d, repr(d), d.total_seconds(), d.days, d.seconds, d.microseconds, -d, abs(-d), d * 2, d / 2, d // 2, 0.5 * d)
print(timedelta(0), repr(timedelta()), timedelta(weeks=1), timedelta(milliseconds=1500), timedelta(hours=-1), timedelta(days=-2))
print(d > timedelta(1), d == timedelta(days=1, seconds=7384.5), d + timedelta(1), d - timedelta(1), d / timedelta(hours=1), d % timedelta(hours=1))
print(bool(timedelta()), sum([timedelta(1), timedelta(2)], timedelta()), max(timedelta(1), timedelta(2)), timedelta.resolution)
moment = datetime(2024, 2, 28, 23, 59, 58, 123456)
print(moment, repr(moment), moment.isoformat(), moment + timedelta(seconds=2), moment + timedelta(days=2), moment - timedelta(days=60))
print(moment.date(), moment.time(), moment.weekday(), moment.isoweekday(), moment.year, moment.microsecond, moment.ctime())
print(moment.strftime("%Y-%m-%d %H:%M:%S.%f|%z|%Z|%A %j %p %I"), f"{moment.hour}", moment.replace(hour=1, day=1))
print(datetime(2024, 3, 1) - datetime(2024, 2, 28), datetime(2024, 1, 1) < datetime(2024, 1, 2), datetime(2024, 1, 1) == datetime(2024, 1, 1))
print(datetime(2024, 1, 1, 5), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 5, 6, 7)), repr(datetime(2024, 1, 1, 5)))
day = date(2023, 12, 31)
print(day, repr(day), day + timedelta(1), day - date(2023, 1, 1), day.toordinal(), date.fromordinal(738000), day.strftime("%d %b %Y"), day.timetuple()[:8])
print(date(2024, 1, 1) > day, date.fromisoformat("2020-02-29"), time(5, 6), repr(time(1, 2, 3)), time(1, 2, 3, 4), time(1) < time(2))
utc = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
berlin = timezone(timedelta(hours=1), "CET")
print(utc, repr(utc), utc.astimezone(berlin), utc == utc.astimezone(berlin), timezone(timedelta(hours=-5, minutes=-30)), utc.timestamp())
print(datetime.fromtimestamp(1700000000.5, timezone.utc), datetime.fromisoformat("2024-01-02T03:04:05.678+02:00"), datetime.fromisoformat("2024-01-02"))
print(datetime.strptime("2024-03-04 05:06:07", "%Y-%m-%d %H:%M:%S"), datetime.strptime("04 Mar 2024 11 PM", "%d %b %Y %I %p"))
print(datetime.strptime("1.5.99", "%d.%m.%y"), datetime.combine(day, time(1, 2)), datetime.min, date.max)
print(datetime.now() - datetime.now() < timedelta(seconds=1), datetime.now(timezone.utc).tzinfo, date.today() == datetime.now().date())
print(moment.isoformat(timespec="seconds"), moment.isoformat(" ", "milliseconds"), isinstance(moment, date), dt.MINYEAR)
for bad in [
    lambda: date(2023, 2, 29), lambda: datetime(2023, 13, 1), lambda: datetime(2023, 1, 1, 25), lambda: date(0, 1, 1),
    lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2024 x", "%Y"), lambda: date.fromisoformat("nope"),
    lambda: datetime(2024, 1, 1) - utc,
]:
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
