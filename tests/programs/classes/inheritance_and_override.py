class Shape:
    name = "shape"

    def area(self):
        return 0

    def describe(self):
        return f"{self.name} of area {self.area()}"

class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

class Unit(Square):
    def __init__(self):
        self.side = 1

for shape in (Shape(), Square(3), Unit()):
    print(shape.describe(), type(shape).__name__)
print(isinstance(Unit(), Square), isinstance(Unit(), Shape), isinstance(Shape(), Square))
