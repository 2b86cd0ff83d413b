class N:
    def __init__(self, n):
        self.n = n

    def __floordiv__(self, k):
        return ("floordiv", self.n // k)

    def __mod__(self, k):
        return ("mod", self.n % k)

    def __pow__(self, k):
        return ("pow", self.n ** k)

    def __and__(self, k):
        return ("and", self.n & k)

    def __or__(self, k):
        return ("or", self.n | k)

    def __xor__(self, k):
        return ("xor", self.n ^ k)

    def __lshift__(self, k):
        return ("lshift", self.n << k)

    def __rshift__(self, k):
        return ("rshift", self.n >> k)

    def __invert__(self):
        return ("invert", ~self.n)

n = N(13)
print(n // 4, n % 4, n ** 2, n & 6, n | 2, n ^ 1, n << 2, n >> 1, ~n)
