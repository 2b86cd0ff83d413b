class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"V({self.x}, {self.y})"

    def __add__(self, other):
        return V(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return V(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    def __truediv__(self, k):
        return V(self.x / k, self.y / k)

    def __neg__(self):
        return V(-self.x, -self.y)

a, b = V(1, 2), V(3, 5)
print(a + b, b - a, a * 3, b / 2, -a, a + b * 2 - -a)
a += b
print(a)
a *= 2
print(a)
