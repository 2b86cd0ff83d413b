"""Several base classes: the method resolution order, and `super()` through it."""


class A:
    def __init__(self, **named):
        print("A", named)
        super().__init__(**named)

    def who(self):
        return ["A"]

    only_a = 1


class B(A):
    def __init__(self, b=None, **named):
        print("B", b)
        super().__init__(**named)

    def who(self):
        return ["B"] + super().who()


class C(A):
    def __init__(self, c=None, **named):
        print("C", c)
        super().__init__(**named)

    def who(self):
        return ["C"] + super().who()

    @property
    def value(self):
        return "C value"

    @classmethod
    def make(cls, **named):
        return cls(**named)


class D(B, C):
    def who(self):
        return ["D"] + super().who()

    @property
    def value(self):
        return "D " + super().value

    @classmethod
    def make(cls, **named):
        print("D make")
        return super().make(**named)


d = D(b=1, c=2)
print(d.who(), d.value, d.only_a, D.make(b=3).who())
print([c.__name__ for c in D.__mro__], [c.__name__ for c in D.mro()], D.__bases__, D.__base__)
print(isinstance(d, A), isinstance(d, C), issubclass(D, B), issubclass(B, C), issubclass(D, object))
try:
    D(x=1)
except TypeError as error:
    print(error)


class Mixin:
    def __repr__(self):
        return f"<{type(self).__name__} {sorted(self.__dict__.items())}>"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__


class Ordered:
    def __lt__(self, other):
        return self.key < other.key


class Item(Mixin, Ordered):
    def __init__(self, key):
        self.key = key


print(Item(1), Item(1) == Item(1), sorted([Item(3), Item(2)]), Item(1) < Item(2))


class Logged:
    def act(self):
        print("logged")
        return super().act()


class Timed:
    def act(self):
        print("timed")
        return super().act()


class Base:
    def act(self):
        return "acted"


class Both(Logged, Timed, Base):
    pass


print(Both().act(), [c.__name__ for c in Both.__mro__])
try:
    Logged().act()
except AttributeError as error:
    print(error)


class Fault(Mixin, ValueError):
    pass


class Other(ValueError, KeyError):
    pass


class Third(Base, LookupError):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = 1


for kind in (Fault, Other, Third):
    try:
        raise kind("x")
    except (ValueError, LookupError) as error:
        print(type(error).__name__, error.args, isinstance(error, KeyError), isinstance(error, ValueError))
print(Third("y").act(), Third("y").extra, [c.__name__ for c in Third.__mro__])


def tell(make):
    try:
        make()
    except TypeError as error:
        print(error)


def twice():
    class X(A, A):
        pass


def inconsistent():
    class X(A, B):
        pass


def crossed():
    class P(B, C):
        pass

    class Q(C, B):
        pass

    class R(P, Q):
        pass


def conflict():
    class X(OSError, StopIteration):
        pass


for make in (twice, inconsistent, crossed, conflict):
    tell(make)
bases = (B, C)


class Starred(*bases):
    pass


print([c.__name__ for c in Starred.__mro__])


class Deep1(D, Mixin):
    pass


class Deep2(Deep1, Ordered):
    def who(self):
        return ["Deep2"] + super().who()


print(Deep2().who(), [c.__name__ for c in Deep2.__mro__])


class Data:
    def __set__(self, instance, value):
        print("set", value)

    def __get__(self, instance, owner):
        return "got"


class HasData:
    field = Data()


class Inherits(Base, HasData):
    pass


inherits = Inherits()
inherits.field = 1
print(inherits.field, inherits.__dict__)
A.late = "late"
C.late = "late of C"
print(d.late, D.late, Starred.late)
del C.late
print(d.late)
