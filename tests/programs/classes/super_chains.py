class A:
    def __init__(self, log):
        log.append("A")
        self.log = log

    def who(self):
        return "A"

class B(A):
    def __init__(self, log):
        log.append("B before")
        super().__init__(log)
        log.append("B after")

    def who(self):
        return "B" + super().who()

class C(B):
    pass

class D(C):
    def __init__(self, log, extra):
        super().__init__(log)
        self.extra = extra

    def who(self):
        return "D" + super().who()

d = D([], 5)
print(d.log, d.who(), d.extra)
print(C([]).who())
