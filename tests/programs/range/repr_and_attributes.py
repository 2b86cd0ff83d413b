r = range(1, 10, 3)
print(range(5), range(2, 5), r, range(0), range(5, 0, -2), r.start, r.stop, r.step, len(r),
      list(r), range(0, 10, 1))
print(type(r).__name__, bool(range(0)), bool(r), len(range(10, 0)), len(range(10, 0, -3)),
      range(True))
