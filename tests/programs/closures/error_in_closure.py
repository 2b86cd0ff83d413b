def outer(n):
    def inner(k):
        return n // k
    return inner

divide = outer(10)
print(divide(3))
divide(0)
