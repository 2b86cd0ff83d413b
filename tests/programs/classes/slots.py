class Point:
    __slots__ = ("x", "y")
    origin = "zero"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx):
        self.x += dx
        return self


p = Point(1, 2)
print(p.x, p.y, p.move(3).x, Point.__slots__)
for attempt in ["z", "origin", "__dict__"]:
    try:
        if attempt == "z":
            p.z = 3
        elif attempt == "origin":
            p.origin = 1
        else:
            p.__dict__
    except AttributeError as error:
        print(error)
print(hasattr(p, "z"), hasattr(p, "__dict__"))
try:
    setattr(p, "w" * 3, 1)
except AttributeError as error:
    print(error)
del p.x
print(hasattr(p, "x"))
try:
    vars(p)
except TypeError as error:
    print(error)


class Point3(Point):
    __slots__ = "z"

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


q = Point3(1, 2, 3)
print(q.x, q.z)
try:
    q.other = 1
except AttributeError as error:
    print(error)


class Open(Point):
    pass


o = Open(1, 2)
o.anything = 5
print(o.anything, o.x)


class WithDict:
    __slots__ = ["a", "__dict__"]


w = WithDict()
w.a = w.b = 1
print(w.a, w.b)


class Private:
    __slots__ = ("__secret",)

    def __init__(self):
        self.__secret = 4

    def tell(self):
        return self.__secret


print(Private().tell())
try:
    class Conflict:
        __slots__ = ("a",)
        a = 1
except ValueError as error:
    print(error)


class Pair(tuple):
    __slots__ = ()


try:
    Pair((1, 2)).extra = 1
except AttributeError as error:
    print(error)
