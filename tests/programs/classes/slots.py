"""`__slots__` of classes that keep to them."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Named(Point):
    __slots__ = ("name",)

    def __init__(self, x, y, name):
        super().__init__(x, y)
        self.name = name


point = Named(1, 2, "p")
point.x += 5
print(point.x, point.y, point.name, Point.__slots__, point.__slots__)
del point.x
print(hasattr(point, "x"), hasattr(point, "y"))
