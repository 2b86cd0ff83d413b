print(sorted((3, 1, 2)), sorted("cab"), sorted({2: "b", 1: "a"}), sorted({3, 1}),
      sorted(range(3, 0, -1)), sorted(x for x in [2, 1]), sorted([]),
      sorted([1, 2], reverse=False))
a = [2, 1]
print(sorted(a) is a, a, sorted(a, reverse=True, key=lambda x: x), sorted("Hello", key=str.lower),
      sorted(["b", "A"], key=str.upper))
for f in (lambda: sorted(5), lambda: sorted(), lambda: sorted([1], 2), lambda: sorted([1], key=5)):
    try:
        f()
    except TypeError as e:
        print(e)
