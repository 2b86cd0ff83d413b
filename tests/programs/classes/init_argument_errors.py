class A:
    pass

class B:
    def __init__(self, x):
        self.x = x

class C:
    def __init__(self):
        return 5

for f in (lambda: A(1), lambda: B(), lambda: B(1, 2), lambda: B(y=1), lambda: C()):
    try:
        f()
    except TypeError as e:
        print(e)
