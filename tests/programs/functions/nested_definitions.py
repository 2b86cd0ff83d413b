def outer(n):
    def helper(k):
        def inner():
            return k * n
        return inner() + 1
    return [helper(i) for i in range(3)]

print(outer(10))

def make(kind):
    if kind == "add":
        def op(a, b):
            return a + b
    else:
        def op(a, b):
            return a * b
    return op

print(make("add")(3, 4), make("mul")(3, 4))
