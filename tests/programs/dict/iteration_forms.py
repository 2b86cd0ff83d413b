d = {"one": 1, "two": 2}
for k in d:
    print(k, d[k])
for k, v in d.items():
    print(k, v)
for v in d.values():
    print(v)
for i, (k, v) in enumerate(d.items()):
    print(i, k, v)
it = iter(d)
print(next(it), next(it), next(it, "end"), [k for k in d.keys() if "o" in k],
      list(zip(d, d.values())))
