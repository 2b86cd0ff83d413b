d = {"b": 1, "a": 2}
d["c"] = 3
d["a"] = 20
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
del d["b"]
d["b"] = 4
print(d, list(reversed(d)), d.popitem(), d)
d.update({"z": 0, "a": 9})
print(d, dict(sorted(d.items())))
