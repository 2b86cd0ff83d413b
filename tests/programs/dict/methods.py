d = {"a": 1, "b": 2}
print(d.get("a"), d.get("x"), d.get("x", 0), d.setdefault("a", 5), d.setdefault("c", 6),
      d.setdefault("n"), d)
print(d.pop("a"), d.pop("a", "gone"), d.popitem(), d, len(d), "b" in d, 2 in d, "b" in d.keys(),
      2 in d.values(), ("b", 2) in d.items())
e = d.copy()
e["new"] = 1
print(d, e, d.clear(), d, e)
e.update([("k", "v"), ("b", 0)])
e.update({"m": 1})
e.update(q=2)
print(e)
