Point = type("Point", (), {"x": 1, "double": lambda self: self.x * 2})
print(Point().double(), Point.__name__, Point.__bases__)
Sub = type("Sub", (Point,), {})
print(Sub().double(), Sub.__mro__[1] is Point)


class Singleton:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
            print("made")
        return cls.instance

    def __init__(self, *args):
        print("init", args)


print(Singleton(1) is Singleton(2))


class Other:
    def __new__(cls):
        return 42


print(Other())


class Box:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print(Box[int], Box["a", 2])
