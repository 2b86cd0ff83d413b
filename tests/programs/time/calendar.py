import time
from time import gmtime, mktime, strftime, struct_time

# Programs that are compared run where the local time is UTC.
for seconds in [0, 1, 86399, 951782399, 951782400, 1e9, 1700000000.75, 4102444800, -1, -86400 * 366]:
    moment = gmtime(seconds)
    print(moment, moment.tm_zone, moment.tm_gmtoff)
    print(time.asctime(moment))

moment = gmtime(1700000000)
print(moment[0], moment[1:3], len(moment), list(moment), moment.tm_hour, moment.tm_yday)
print(moment == tuple(moment), moment < gmtime(1700000001), moment == gmtime(1700000000), 2023 in moment)
print(isinstance(moment, struct_time), struct_time(range(9)))
year, month, day, *rest = moment
print(year, month, day, rest)
for directive in "aAbBcCdDeFgGhHIjklmMnprRStTuUVwWxXyY%":
    print(directive, repr(strftime("%" + directive, moment)))
for year in range(2019, 2030):
    for month, day in [(1, 1), (1, 3), (12, 29), (12, 31)]:
        moment = gmtime(mktime((year, month, day, 12, 0, 0, 0, 0, 0)) - time.timezone)
        print(strftime("%F %G-W%V-%u %U %W %j", moment), end="; ")
    print()
print(mktime((2024, 14, 35, 0, 0, 0, 0, 0, 0)) - mktime((2025, 3, 7, 0, 0, 0, 0, 0, 0)))
for bad in [lambda: gmtime("x"), lambda: strftime(1), lambda: strftime("%Y", 1), lambda: mktime(1),
            lambda: struct_time([1, 2]), lambda: time.asctime(5)]:
    try:
        bad()
    except TypeError as error:
        print(error)
