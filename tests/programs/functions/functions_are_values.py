def double(x):
    return 2 * x

def twice(f, x):
    return f(f(x))

table = {"double": double, "square": lambda x: x * x, "str": str}
for name in table:
    print(name, table[name](7), twice(table[name], 3))
fs = [abs, len, double]
print(fs[0](-1), fs[1]("abc"), fs[2](4))
print(double.__name__, len.__name__, (lambda: 0).__name__, twice is twice)
