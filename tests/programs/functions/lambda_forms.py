add = lambda a, b=10: a + b
print(add(1), add(1, 2), add(b=1, a=5))
print((lambda: "nothing")(), (lambda x, y: (y, x))(1, 2))
compose = lambda f, g: lambda x: f(g(x))
print(compose(str, abs)(-3) + "!")
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10))
print(sorted([3, -1, 2], key=lambda v: -v), list(map(lambda v: v + 1, [1, 2])))
