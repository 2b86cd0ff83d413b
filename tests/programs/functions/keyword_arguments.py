def f(a, b=2, c=3):
    return (a, b, c)

print(f(1), f(1, 5), f(1, c=5), f(a=1), f(c=1, a=2), f(1, 2, 3), f(b=7, a=6, c=5))

def g(x, y):
    return x - y

print(g(y=1, x=10), g(10, y=1))
