def g(name, n):
    for i in range(n):
        yield f"{name}{i}"

a, b = g("a", 2), g("b", 3)
print(next(a), next(b), next(b), next(a), next(a, "-"), next(b), next(b, "-"))
print(list(zip(g("x", 3), g("y", 2))))
print([x + y for x in g("p", 2) for y in g("q", 2)])
