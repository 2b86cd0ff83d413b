def g(items):
    for item in items:
        yield 10 // item

for x in g([5, 0]):
    print(x)
