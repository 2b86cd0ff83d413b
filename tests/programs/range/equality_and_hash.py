print(range(3) == range(0, 3), range(0) == range(5, 2), range(0, 3, 2) == range(0, 4, 2),
      range(1) == [0], range(2) != range(3))
print(hash(range(3)) == hash(range(0, 3,
                                   1)), {range(2): "r"}[range(0, 2)],
                                   range(0, 5, 10) == range(0, 1))
