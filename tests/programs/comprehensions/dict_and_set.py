print({x: x * x for x in range(4)}, {k: v for k, v in [("a", 1), ("b", 2), ("a", 3)]})
print({v: k for k, v in {"x": 1, "y": 2}.items()}, {x % 3 for x in range(10)})
print({x for x in []}, {x: [y for y in range(x)] for x in range(3)}, len({c for c in "hello"}))
print({i: i for i in range(3) if i != 1}, sorted({len(w) for w in ["a", "bb", "cc"]}))
