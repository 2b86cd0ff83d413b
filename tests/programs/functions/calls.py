def add(a, b=2, c: int = 3) -> int:
    """A docstring."""
    return a + b + c

print(add(1), add(1, 1), add(1, 1, 1))

def nothing():
    pass

print(nothing(), nothing() is None)

def early(n):
    if n > 0:
        return "positive"
    elif n == 0:
        return
    return "negative"

print(early(1), early(0), early(-1))

def fact(n):
    return 1 if n < 2 else n * fact(n - 1)

print(fact(5), fact(30), fact(100))

def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))

print(ackermann(2, 3))

def even(n):
    return True if n == 0 else odd(n - 1)

def odd(n):
    return False if n == 0 else even(n - 1)

print(even(10), odd(10), even(7))

def apply(f, x):
    return f(f(x))

def double(x):
    return x * 2

print(apply(double, 5), apply(double, 1))
