def even(n):
    return n == 0 or odd(n - 1)

def odd(n):
    return n != 0 and even(n - 1)

print(even(100), odd(77), even(9))

def depth(n):
    if n == 0:
        return 0
    return 1 + depth(n - 1)

print(depth(500))

def overflow():
    return overflow()

try:
    overflow()
except RecursionError as e:
    print(type(e).__name__)
print(depth(500))
