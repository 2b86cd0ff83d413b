d = {"a": 1, "b": 2}
try:
    for key in d:
        d[key + "!"] = 0
except RuntimeError as e:
    print(e, d)
try:
    for key in d:
        del d[key]
except RuntimeError as e:
    print(e, len(d))
for key in list(d):
    d[key + "?"] = 1
print(d)
for key in d:
    d[key] = 5
print(d)
try:
    for key, value in d.items():
        d.clear()
except RuntimeError as e:
    print(e)
