class A:
    def name(self):
        return "a"

class B:
    def name(self):
        return "b"

print([cls().name() for cls in (A, B)], {"x": A}["x"]().name())

def make(cls):
    return cls()

print(make(B).name(), type(make(A)) is A, type(A()).__name__, A.__name__, A == B, A is A)
print({A: 1, B: 2}[B], A in [B, A])
