r = range(3)
print(list(r), list(r), sum(r), [x for x in r for _ in r], list(reversed(r)),
      list(reversed(range(0, 10, 4))), list(reversed(range(0))))
try:
    r[0] = 1
except TypeError as e:
    print(e)
it = iter(r)
print(next(it), next(it), next(it), next(it, "end"), next(iter(range(5))))
a, b, c = r
print(a, b, c, max(r), min(r), tuple(r), set(r))
