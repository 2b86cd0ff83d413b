r = range(0, 100, 7)
print(49 in r, 50 in r, 49.0 in r, 49.5 in r, "a" in r, None in r, r.index(49), r.count(49),
      r.count(50), -7 in r, 98 in r, 105 in r)
try:
    r.index(50)
except ValueError as e:
    print(e)
print(5 in range(10, 0, -1), 0 in range(10, 0, -1), True in range(2))
