x = 1
del x
try:
    print(x)
except NameError as e:
    print(e)
items = [0, 1, 2, 3, 4, 5, 6]
del items[0], items[-1]
print(items)
del items[1:3]
print(items)
items = list(range(10))
del items[::2]
print(items)
table = {"a": 1, "b": 2}
del table["a"]
print(table)

class Thing:
    pass

thing = Thing()
thing.x = 1
del thing.x
try:
    thing.x
except AttributeError as e:
    print(e)
a = b = c = 1
del (a, b), [c]
try:
    b
except NameError as e:
    print(e)
