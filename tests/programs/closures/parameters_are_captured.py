def adder(n):
    def add(x):
        return x + n
    n *= 10
    return add

add = adder(2)
print(add(1), add(2), adder(0)(5))

def pair(a, b=3):
    return (lambda: a, lambda: b, lambda c: a + b + c)

x, y, z = pair(1)
print(x(), y(), z(6))
