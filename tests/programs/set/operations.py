a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, b - a, a ^ b, a.union(b), a.intersection(b), a.difference(b),
      a.symmetric_difference(b))
print(a.union([7], (8,)), a.intersection([1, 9]), a.difference([1], [2]), {1} | set(), set() & a,
      a == {3, 2, 1}, a != b)
print(a <= {1, 2, 3, 4}, a < a, a <= a, {1} < a, a > {1, 2}, a >= b, a.issubset(range(10)),
      a.issuperset([1]), a.isdisjoint(b), a.isdisjoint([9]))
