def memo(f):
    table = {}

    def wrapper(n):
        if n not in table:
            table[n] = f(n)
        return table[n]

    return wrapper

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

fib = memo(fib)
print(fib(80), fib(10))
