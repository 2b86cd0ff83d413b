print(min(3, 1, 2), max([1, 5, 2]), min("hello"), max("a", "B"), min([2], [1, 9]),
      max((1, 2), (1, 3)), min(1, 1.0), max(1, 1.0, True))
print(max(["aa", "b", "cc"], key=len), min(["aa", "b", "c"], key=len), max([], default="none"),
      min([], default=0), max({1: 9, 5: 0}), min(5, 2, key=lambda x: -x))
print(max(x % 5 for x in range(9)), max([1, 2], key=lambda v: -v), max("abc", key=ord),
      max([-1, 1], key=abs))
for f in (lambda: max([]), lambda: min(()), lambda: max(1), lambda: max(1, "a"), lambda: min(),
          lambda: max(1, 2, default=3)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
