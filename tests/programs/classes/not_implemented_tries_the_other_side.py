class A:
    def __add__(self, other):
        print("A.__add__")
        return NotImplemented

    def __eq__(self, other):
        print("A.__eq__")
        return NotImplemented

class B:
    def __radd__(self, other):
        print("B.__radd__")
        return "b"

print(A() + B())
print(A() == B(), A() == A())
try:
    A() + 1
except TypeError as e:
    print(e)
try:
    1 + A()
except TypeError as e:
    print(e)
