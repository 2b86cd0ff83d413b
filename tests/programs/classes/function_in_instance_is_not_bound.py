def f(x):
    return x

class C:
    def method(self):
        return "method"

c = C()
c.f = f
print(c.f(5))
C.f2 = f
print(c.f2() is c)
C.g = lambda self, k: k * 2
print(c.g(21), C.g(None, 1))
