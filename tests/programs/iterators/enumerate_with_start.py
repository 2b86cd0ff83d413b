print(list(enumerate("ab")), list(enumerate([5, 6], 1)), list(enumerate([], 9)),
      list(enumerate("x", start=-3)))
e = enumerate(["a", "b"])
print(next(e), list(e), list(e))
for i, (a, b) in enumerate(zip("ab", "cd")):
    print(i, a, b)
