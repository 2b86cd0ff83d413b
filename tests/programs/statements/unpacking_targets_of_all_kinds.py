class Box:
    pass

box = Box()
items = [0, 0, 0]
table = {}
box.a, items[1], table["k"] = "a", "b", "c"
print(box.a, items, table)
i = 0
i, items[i] = 2, "at two"
print(i, items)
items[0], items[2] = items[2], items[0]
print(items)
(items[0:2], box.b) = ([9], 5)
print(items, box.b)
