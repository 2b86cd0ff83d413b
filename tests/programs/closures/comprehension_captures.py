def f(n):
    return [lambda x: x * n + i for i in range(3)]

print([g(10) for g in f(2)])

def rows(n):
    return [[i * j * n for j in range(3)] for i in range(3)]

print(rows(2))

def g(items, limit):
    return [x for x in items if x < limit], {x: limit for x in items}, sum(x * limit for x in items)

print(g([1, 5, 9], 6))
