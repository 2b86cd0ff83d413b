def g():
    yield 1
    yield 2

it = g()
print(iter(it) is it, type(it).__name__, next(iter(it)), list(it))
try:
    len(g())
except TypeError as e:
    print(e)
try:
    g()[0]
except TypeError as e:
    print(e)
