"""`property` with getter, setter and deleter, found on the class before the instance's attributes."""


class Circle:
    """A circle."""

    def __init__(self, radius):
        self.radius = radius

    @property
    def radius(self):
        """The radius."""
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError("negative")
        print("set", value)
        self._radius = value

    @radius.deleter
    def radius(self):
        print("delete")
        del self._radius

    @property
    def area(self):
        return self.radius**2 * 3

    def scale(self, by):
        self.radius *= by
        return self


circle = Circle(2)
print(circle.radius, circle.area)
circle.radius = 5
circle.radius += 1
print(circle.area, circle.scale(2).radius, circle._radius)
for action in ("circle.area = 1", "del circle.area", "circle.radius = -1"):
    try:
        if action.startswith("del"):
            del circle.area
        elif "area" in action:
            circle.area = 1
        else:
            circle.radius = -1
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)
del circle.radius
try:
    circle.radius
except AttributeError as error:
    print(error)
print(type(Circle.area).__name__, Circle.radius.__doc__, Circle.area.__doc__)
print(Circle.area.fget(circle.scale.__self__) if False else Circle.radius.fget.__name__)
print(Circle.area.fset, Circle.radius.fdel.__name__, isinstance(Circle.area, property))


class Square(Circle):
    @property
    def area(self):
        return super().area + 1

    @Circle.radius.setter
    def radius(self, value):
        self._radius = value * 10


square = Square(3)
print(square.radius, square.area)


class Old:
    def get(self):
        return "got"

    def put(self, value):
        print("put", value)

    both = property(get, put, doc="both ways")
    only_set = property(fset=put)
    nothing = property()


old = Old()
print(old.both, Old.both.__doc__)
old.both = 1
old.only_set = 2
for name in ("only_set", "nothing"):
    try:
        print(old.only_set if name == "only_set" else old.nothing)
    except AttributeError as error:
        print(error)
try:
    del old.both
except AttributeError as error:
    print(error)


class Callable:
    @property
    def action(self):
        return lambda *args: ("called", args)

    @property
    def fails(self):
        return self.missing

    @property
    def loop(self):
        for i in range(3):
            yield i


thing = Callable()
print(thing.action(1, 2), thing.action(*[3]), list(thing.loop))
try:
    thing.fails
except AttributeError as error:
    print(error)
try:
    thing.fails()
except AttributeError as error:
    print(error)


class Late:
    pass


late = Late()
late.x = "own"
print(late.x)
Late.x = property(lambda self: "property")
print(late.x)
try:
    late.x = 3
except AttributeError as error:
    print(error)
del Late.x
print(late.x)
Late.y = property(lambda self: self._y, lambda self, value: setattr_(self, value))


def setattr_(self, value):
    self._y = value * 2


late.y = 4
print(late.y)


class Chain:
    def __init__(self):
        self.parts = []

    @property
    def a(self):
        self.parts.append("a")
        return self

    @property
    def b(self):
        self.parts.append("b")
        return self


print(Chain().a.b.a.parts, f"{Chain().a.b.parts!r}")


class Fault(Exception):
    @property
    def message(self):
        return f"fault {self.args[0]}"

    @property
    def code(self):
        return 7


try:
    raise Fault("x")
except Fault as fault:
    print(fault.message, fault.code)
    try:
        fault.code = 1
    except AttributeError as error:
        print(error)
print([c.area for c in (Circle(1), Square(1))])
print(type(circle).__doc__, circle.__doc__, Late.__doc__)
circle._radius = 1
circle.area()
