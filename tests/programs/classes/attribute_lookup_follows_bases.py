class A:
    x = "A.x"
    y = "A.y"

class B(A):
    y = "B.y"

class C(B):
    pass

c = C()
print(c.x, c.y, C.x, C.y)
A.x = "new"
print(c.x)
B.x = "B.x"
print(c.x, A.x)
del B.x
print(c.x)
c.x = "own"
del c.x
print(c.x)
