def numbers(n):
    for i in range(n):
        yield i

g = numbers(3)
print(list(g), list(g), sum(numbers(4)), tuple(numbers(2)))
g = numbers(5)
print(next(g), [x for x in g if x % 2], next(g, None))
try:
    next(g)
except StopIteration as e:
    print("StopIteration", e.args)
