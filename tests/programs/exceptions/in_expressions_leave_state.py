items = [1, 2]
try:
    items = items + [3 // 0]
except ZeroDivisionError:
    pass
print(items)
d = {"a": 1}
try:
    d["b"] = d["missing"]
except KeyError as e:
    print(e, d)
x = 5
try:
    x += "a"
except TypeError:
    pass
print(x)
try:
    y = [print(i) or 1 / (1 - i) for i in range(3)]
except ZeroDivisionError as e:
    print(e)
