import calendar, time, sched, fnmatch, operator
print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.weekday(2024, 5, 6), calendar.month_name[3], list(calendar.day_abbr), calendar.monthcalendar(2024, 2), calendar.timegm((2024, 1, 2, 3, 4, 5)), calendar.leapdays(2000, 2025))
print(calendar.month(2024, 9)); print(calendar.TextCalendar(6).formatmonth(2023, 10))
try: calendar.monthrange(2024, 13)
except ValueError as e: print(e)
for s, f in [("2024-05-06 07:08:09", "%Y-%m-%d %H:%M:%S"), ("6 May 24", "%d %b %y"), ("Mon May 06 2024 03:04 PM", "%a %b %d %Y %I:%M %p"), ("126 2024", "%j %Y"), ("May", "%B")]:
    print(tuple(time.strptime(s, f))[:8])
for s, f in [("x", "%Y"), ("2024x", "%Y"), ("1", "%Q"), ("1", "%")]:
    try: print(time.strptime(s, f))
    except ValueError as e: print(e)
print(time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.get_clock_info("time").adjustable, time.get_clock_info("monotonic").monotonic)
s = sched.scheduler(time.monotonic, time.sleep); got = []; now = time.monotonic()
s.enterabs(now + 0.02, 1, got.append, ("b",)); s.enterabs(now + 0.01, 1, got.append, argument=("a",)); e = s.enter(0.03, 1, got.append, ("no",)); s.enterabs(now + 0.02, 0, got.append, ("first",)); s.cancel(e); s.run(); print(got, s.empty())
print(fnmatch.fnmatch("a" * 50, "*a*a*a*a*a*a*a*a*b"), fnmatch.fnmatch("abcXdef", "a*c?d*f"), fnmatch.fnmatch("", "*"), fnmatch.fnmatch("ab", "**b"))
l = [1]; print(operator.iconcat(l, [2]), operator.ipow(2, 3), operator.length_hint([1, 2]), operator.length_hint(iter(()), 5) >= 0, operator.itruediv(1, 2))
