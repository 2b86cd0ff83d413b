print((), (1,), (1, 2), 1, 2, ((1, 2), 3), tuple(), tuple("ab"), tuple([1]), (1, "a", None, 2.5))
t = 1, 2, 3
u = 4,
print(t, u, len(t), (1) == 1, type((1)), type((1,)), () == tuple(), t[0], t[-1], t[1:], t[::-1],
      t[:0])
