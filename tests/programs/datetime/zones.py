from datetime import date, datetime, time, timedelta, timezone, tzinfo


def tried(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Eastern(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=-5) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt and 4 <= dt.month < 10 else timedelta(0)

    def tzname(self, dt):
        return "EDT" if self.dst(dt) else "EST"


eastern = Eastern()
summer, winter = datetime(2024, 7, 1, 12, tzinfo=eastern), datetime(2024, 1, 1, 12, tzinfo=eastern)
print(summer.isoformat(), winter.isoformat(), summer.tzname(), summer.utcoffset(), summer.dst())
print(summer.astimezone(timezone.utc), summer.timetuple().tm_isdst, winter.strftime("%Z %z"), summer - winter)
print(datetime(2024, 7, 1, 16, tzinfo=timezone.utc).astimezone(eastern).isoformat())
print(datetime.fromtimestamp(0, eastern))

zone, named = timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=3), "BRT")
naive = datetime(2024, 2, 29, 13, 5, 9, 1234)
aware = naive.replace(tzinfo=zone)
print(aware.astimezone(named), aware == aware.astimezone(named), hash(aware) == hash(aware.astimezone(named)))
print(timezone.min, timezone.max, repr(timezone.utc), zone, named, named.tzname(naive), naive == aware)
for call in (
    lambda: naive < aware,
    lambda: aware - naive,
    lambda: time(1) < time(1, tzinfo=zone),
    lambda: time(1) == time(1, tzinfo=zone),
    lambda: time(1) >= time(0),
    lambda: time(1) < 3,
    lambda: time(25),
    lambda: time(12, microsecond=0.5),
    lambda: time(1, tzinfo=3),
    lambda: time(1, tzinfo=zone),
    lambda: timezone(timedelta(hours=24)),
    lambda: timezone(3),
    lambda: timezone(timedelta(seconds=3661, microseconds=5)).tzname(None),
    lambda: tzinfo().utcoffset(None),
    lambda: datetime.combine(date(2024, 12, 30), time(1, tzinfo=zone)),
    lambda: datetime.combine(date(2024, 12, 30), time(1), named),
    lambda: time(1).replace(hour=5, tzinfo=zone),
    lambda: datetime.fromtimestamp(1.5, tz=timezone.utc),
    lambda: datetime.fromtimestamp(0, "x"),
    lambda: datetime(2024, 1, 1, fold=1),
    lambda: date(2024, 1, 31).replace(month=2),
):
    tried(call)
