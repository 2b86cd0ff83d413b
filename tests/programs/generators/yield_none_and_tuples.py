def g():
    yield
    x = yield 1, 2
    print("got", x)
    yield [x]

print(list(g()))
print([type(v).__name__ for v in g()])
