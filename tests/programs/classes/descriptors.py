"""Descriptors of the program: `__get__`, `__set__`, `__delete__`, `__set_name__`, `__getattr__`."""


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print("get", self.name)
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class Point:
    x = Typed(int)
    y = Typed(int)

    def __init__(self, x, y):
        self.x = x
        self.y = y


point = Point(1, 2)
print(point.x + point.y, point.__dict__)
point.x = 5
print(point.x, type(Point.x).__name__, Point.x.name)
try:
    point.y = "two"
except TypeError as error:
    print(error)
del point.x
try:
    point.x
except KeyError as error:
    print("KeyError", error)


class Cached:
    def __init__(self, function):
        self.function = function
        self.name = function.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Data:
    def __init__(self, n):
        self.n = n

    @Cached
    def total(self):
        print("computing")
        return sum(range(self.n))


data = Data(5)
print(data.total, data.total, data.__dict__)
data.total = 3
print(data.total)
del data.total
print(data.total)


class Bound:
    def __get__(self, instance, owner):
        return lambda *args: (instance is None, owner.__name__, args)


class Owner:
    method = Bound()


print(Owner().method(1), Owner.method(2))


class Dynamic:
    def __init__(self):
        self.known = 1

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(f"really no {name}")
        print("asked for", name)
        return lambda *args: (name, args)

    @property
    def broken(self):
        return self.nothing


dynamic = Dynamic()
print(dynamic.known, dynamic.anything(1), dynamic.other(*[2, 3]))
try:
    dynamic.none
except AttributeError as error:
    print(error)
try:
    print(dynamic.broken(7))
except AttributeError as error:
    print(error)
value = dynamic.something
print(value(5))


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr_of(self.target, name)


def getattr_of(target, name):
    return {"append": target.append, "count": target.count}[name]


items = []
proxy = Proxy(items)
proxy.append(1)
proxy.append(1)
print(items, proxy.count(1))


class OnlySet:
    def __set__(self, instance, value):
        print("set", value)


class Holder:
    slot = OnlySet()


holder = Holder()
holder.slot = 1
print(type(holder.slot).__name__)
holder.__dict__["slot"] = "own"
print(holder.slot)
try:
    del holder.slot
except AttributeError as error:
    print(error)


class Sub(Point):
    pass


sub = Sub(3, 4)
print(sub.x, sub.__dict__ == {"_x": 3, "_y": 4})


class Namespace:
    def __init__(self, **items):
        self.__dict__.update(items)


names = Namespace(a=1, b=2)
names.c = 3
print(names.a, names.b, names.c, names.__dict__)
names.__dict__["d"] = 4
del names.a
print(names.d, "a" in names.__dict__, sorted(names.__dict__))
try:
    names.a
except AttributeError as error:
    print(error)
both = names.__dict__
names.e = 5
print(both is names.__dict__, both["e"], list(both))
