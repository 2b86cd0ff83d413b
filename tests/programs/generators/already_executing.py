def g():
    yield 1
    yield next(it)

it = g()
print(next(it))
try:
    next(it)
except ValueError as e:
    print(e)
