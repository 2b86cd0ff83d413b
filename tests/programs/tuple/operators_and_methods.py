t = (1, 2, 1)
print(t + (3,), t * 2, 2 * t, t.count(1), t.index(2), 1 in t, 9 not in t, t == (1, 2, 1),
      t != (1,), (1, 2) < (1, 3), (1,) < (1, 0))
print(hash((1, 2)) == hash((1, 2)), {(1, 2): "a"}[(1, 2)], (1, (2, 3)) == (1, (2, 3)),
      (1, 2) == [1, 2], not (), bool((0,)))
try:
    t.index(9)
except ValueError as e:
    print(e)
