print(sum([1, 2, 3]), sum([]), sum([1.5, 2]), sum([1], 10), sum([[1], [2]], []),
      sum((x for x in range(4))), sum([True, True]), sum({1: 0, 2: 0}), sum([1, 2], start=5),
      sum([2 ** 70, 1]))
print(sum([(1,), (2,)], ()), sum([0.1] * 3), sum(range(101)))
for f in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum(5), lambda: sum([None]),
          lambda: sum([[1]])):
    try:
        f()
    except TypeError as e:
        print(e)
