class Registry(type):
    known = {}

    def __new__(mcls, name, bases, namespace, **options):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.options = options
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        Registry.known[name] = cls

    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        made.is_made = True
        return made

    def __iter__(cls):
        return iter(["a", "b"])

    def __len__(cls):
        return 2

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key!r}]"

    def __contains__(cls, item):
        return item == "a"

    def __repr__(cls):
        return f"<registered {cls.__name__}>"

    @property
    def title(cls):
        return cls.__name__.title()

    def method(cls):
        return cls.__name__

    def __bool__(cls):
        return False


class Base(metaclass=Registry, level=3):
    def __init__(self, x):
        self.x = x

    def show(self):
        return super().__repr__()[:8]


class Derived(Base, level=4):
    pass


print(type(Base) is Registry, type(Derived) is Registry, isinstance(Base, type))
print(Base.options, Derived.options, Registry.known)
d = Derived(5)
print(d.x, d.is_made, type(d) is Derived, d.show())
print(list(Base), len(Base), Base[1], "a" in Base, "c" in Base, bool(Base))
print(Base.title, Derived.method(), repr(Base), f"{Derived}")
a, b = Base
print(a, b)
try:
    d.title
except AttributeError as error:
    print(error)
print(sorted(Base))
