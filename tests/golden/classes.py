"""A class body is a function; methods are called without an object in between."""


class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def area(self):
        return 0


class Square(Shape):
    sides = 4
    if sides > 3:
        corners = sides
    angles = corners

    def __init__(self, width):
        super().__init__(name="square")
        self.width = width
        self.width += 0.5

    def area(self):
        return self.width**2 + super().area()


squares = {size: Square(size) for size in range(3)}
squares[0].width, squares[1].width = squares[1].width, squares[0].width
