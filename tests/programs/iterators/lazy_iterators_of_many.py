def one():
    yield 1


def some(depth, wrap, start):
    iterator = start
    for _ in range(depth):
        iterator = wrap(iterator)
    return iterator


print(next(some(2000, lambda inner: filter(None, inner), iter([0, 1]))))
print(next(some(3000, lambda inner: map(abs, inner), one())))
print(next(some(3000, lambda inner: map(lambda x: x + 1, inner), [1])))
print(list(some(1500, lambda inner: filter(lambda x: x > 1, inner), [1, 2, 3])))


class Plain:
    def __init__(self, inner):
        self.inner = inner


print(type(next(some(500, lambda inner: map(Plain, inner), [1]))).__name__)
deep = next(some(1200, zip, [1]))
depth = 0
while isinstance(deep, tuple):
    deep = deep[0]
    depth += 1
print(deep, depth)
deep = next(some(1200, enumerate, one()))
depth = 0
while isinstance(deep, tuple):
    deep = deep[1]
    depth += 1
print(deep, depth)
numbers = iter(range(10**9))
print(next(filter(lambda x: x > 5, numbers)), next(filter(callable, iter([1, print]))) is print)
