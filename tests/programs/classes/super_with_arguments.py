class A:
    kind = "A"

    def name(self):
        return "A of " + type(self).__name__

    @classmethod
    def make(cls):
        return cls.__name__ + " made by A"


class B(A):
    kind = "B"

    def name(self):
        return "B, " + super(B, self).name()

    @classmethod
    def make(cls):
        return super(B, cls).make() + " through B"


class C(B):
    kind = "C"

    def skip(self):
        return super(B, self).name()

    def later(self):
        return (lambda: super(C, self).name())()


c = C()
print(super(C, c).name(), super(B, c).name(), c.skip(), c.later(), super(C, C).make(), super(B, C).make())
print(super(C, c).kind, super(B, c).kind, C.make(), callable(super), type(super(C, c)).__name__)
for arguments in [(A, 1), (C, A()), (1, 2)]:
    try:
        super(*arguments)
    except TypeError as error:
        print(str(error)[:40])


def outside(self):
    return "added, " + super(C, self).name()


C.name = outside
print(c.name())
