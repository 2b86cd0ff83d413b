print(dict(), dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict({"k": "v"}), dict({"a": 1}, b=2),
      dict(zip("ab", (1, 2))), dict([[1, 2]]), dict(["ab"]))
d = {"k": 1}
e = dict(d)
e["k"] = 2
print(d, e, d == {"k": 1}, d != e, {} == {}, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3})
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
