try:
    g = (x for x in 5)
except TypeError as e:
    print(e)
items = [1, 2, 3]
g = (x * factor for x in items)
factor = 10
items = ["rebound"]
print(list(g))
g = (1 // x for x in [0])
print("no error yet")
try:
    next(g)
except ZeroDivisionError as e:
    print(e)
