class Guarded:
    def __init__(self):
        self.a = 1
        object.__setattr__(self, "raw", 2)

    def __setattr__(self, name, value):
        print("set", name, value)
        if name == "forbidden":
            raise AttributeError(f"cannot set {name}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


g = Guarded()
g.b = 3
print(g.a, g.b, g.raw)
try:
    g.forbidden = 1
except AttributeError as error:
    print(error)
del g.b
print(hasattr(g, "b"), hasattr(g, "a"))
setattr(g, "some" + "thing", 9)
print(getattr(g, "some" + "thing"))
delattr(g, "some" + "thing")
g.a += 5
print(g.a)
try:
    del g.missing
except AttributeError as error:
    print(error)


class Child(Guarded):
    @property
    def size(self):
        return self.a * 10

    @size.setter
    def size(self, value):
        self.a = value


c = Child()
c.size = 7
print(c.size, c.a)


class Proxy:
    def __init__(self, inner):
        object.__setattr__(self, "inner", inner)

    def __getattribute__(self, name):
        if name.startswith("own_"):
            return name
        inner = object.__getattribute__(self, "inner")
        return getattr(inner, name)


p = Proxy([3, 1, 2])
p.sort()
print(p.own_thing, p.index(3), object.__getattribute__(p, "inner"))
try:
    p.nothing
except AttributeError as error:
    print(error)


class Both:
    known = 1

    def __getattribute__(self, name):
        if name == "hidden":
            raise AttributeError(name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"made up {name}"


b = Both()
b.x = 5
print(b.known, b.x, b.hidden, b.other, getattr(b, "z" * 3))


class Frozen:
    def __init__(self, x):
        self.__dict__["x"] = x

    def __setattr__(self, name, value):
        raise TypeError("frozen")


f = Frozen(4)
try:
    f.x = 5
except TypeError as error:
    print(error, f.x)


class Locked(type):
    def __setattr__(cls, name, value):
        print("class attribute", name)
        super().__setattr__(name, value)


class L(metaclass=Locked):
    x = 1


L.x = 2
L.y = 3
print(L.x, L.y)
