print(sorted([3, 1.5, True, -2, 0.0, False, 10 ** 20, -0.5, 2 ** 0.5]))
print(sorted([1, 1.0, True, 0, False, 0.0]), sorted([2.5, -1, float("inf"), -float("inf")]))
print(sorted([(2, "b"), (2, "a"), (1, "z")]), sorted([[2], [1, 5], [1]]))
