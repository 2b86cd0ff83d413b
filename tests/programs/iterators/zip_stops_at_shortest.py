print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1])),
      list(zip("ab", range(5), [True, False])), dict(zip("xy", [1, 2])))
a = iter([1, 2, 3, 4])
print(list(zip(a, a)), list(a))
a, b = iter([1, 2, 3]), iter([10])
print(list(zip(a, b)), list(a))
a, b = iter([1]), iter([10, 20])
print(list(zip(a, b)), list(b))
pairs = [(1, "a"), (2, "b")]
print(list(zip([p[0] for p in pairs], [p[1] for p in pairs])) == pairs)
try:
    zip([1], 5)
except TypeError as e:
    print(e)
