class A:
    pass

class B(A):
    def __len__(self):
        print("len asked")
        return 0

print(bool(A()), bool(B()), [type(x).__name__ for x in (A(), B()) if x])
while B():
    print("never")
print(A() and 1, B() and 1 and 2 or "b")
