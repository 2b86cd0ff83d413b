"""`staticmethod` and `classmethod`."""


class Base:
    count = 0

    def __init__(self, value=0):
        self.value = value

    @staticmethod
    def add(a, b=1, *rest, **named):
        return a + b, rest, named

    @classmethod
    def make(cls, *args, **kwargs):
        cls.count += 1
        return cls(*args, **kwargs)

    @classmethod
    def name(cls):
        return cls.__name__

    def who(self):
        return self.name(), self.add(1), type(self).name()


class Child(Base):
    @classmethod
    def make(cls, value):
        made = super().make(value * 2)
        return made

    @staticmethod
    def add(a):
        return Base.add(a, 10), "child"


print(Base.add(1), Base.add(1, 2, 3, x=4), Base().add(5))
print(Base.make(3).value, Base.make(value=4).value, Base.count, Base().make().value)
print(Child.make(5).value, type(Child.make(1)).__name__, Child.count, Base.count)
print(Base.name(), Child.name(), Child().name(), Base().who())
bound = Child.name
print(bound(), Base.make.__name__, Base.add.__name__)
add = Base.add
print(add(1, 2), [f(3) for f in (Base.add, Base().add)])
print(Base.__init__.__name__, Child.make.__func__ is Child.make.__func__)


@staticmethod
def plain(x):
    return x


print(plain(3), callable(plain), callable(classmethod(print)))
try:
    classmethod(len)([1])
except TypeError as error:
    print(error)
try:
    staticmethod()
except TypeError as error:
    print(error)
try:
    Base.make(1, 2)
except TypeError as error:
    print(error)
try:
    Base.add()
except TypeError as error:
    print(error)


class Special:
    @staticmethod
    def __call__(*args):
        return "static", args

    @classmethod
    def __len__(cls):
        return len(cls.__name__)

    @staticmethod
    def __enter__():
        return "entered"

    @classmethod
    def __exit__(cls, *error):
        print("exit", cls.__name__, error)

    @classmethod
    def __getitem__(cls, key):
        return cls.__name__, key


special = Special()
print(special(1, 2), special(*[3]), len(special), special[4])
with special as value:
    print(value)


class Registry:
    known = {}

    @classmethod
    def register(cls, name):
        def decorate(function):
            cls.known[name] = function
            return function

        return decorate

    @staticmethod
    def helper(x):
        return x * 2

    table = {"double": helper}
    doubled = helper(4)


@Registry.register("f")
def f():
    return "f"


print(Registry.known["f"](), Registry.doubled, Registry.table["double"](5))
instance = Registry()
instance.helper = lambda x: x + 1
print(instance.helper(1), Registry.helper(1))
Registry.late = classmethod(lambda cls, x: (cls.__name__, x))
Registry.later = staticmethod(lambda x: x)
print(Registry.late(1), instance.late(2), Registry.later(3), instance.later(4))
