print({3, 1, 2}, {5, 0, 4}, set(range(10)), {7, 7, 7}, set([9, 8, 1]), {True, 2, 0},
      list({3, 2, 1}), set())
s = set()
for i in (5, 3, 1, 4, 2, 0):
    s.add(i)
print(s, sum(s), max(s), [x * 2 for x in s])
for x in {2, 1}:
    print(x)
