d = {"a": 1}
keys, values, items = d.keys(), d.values(), d.items()
d["b"] = 2
print(list(keys), list(values), list(items), len(keys), keys, values, items)
del d["a"]
print(keys, "a" in keys, list(keys) == ["b"])
print(sorted({3: 1, 1: 1}.keys()), max({1: 9, 2: 3}.values()), sum({1: 9, 2: 3}.values()))
