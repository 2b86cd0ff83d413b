from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """How large it is."""

    @property
    @abstractmethod
    def name(self):
        pass

    def describe(self):
        return f"{self.name} of {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    @property
    def name(self):
        return "square"


class Half(Shape):
    def area(self):
        return 1


class Loud(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def shout(cls):
        pass

    @staticmethod
    @abstractmethod
    def whisper():
        pass


for cls in [Shape, Half, Loud]:
    try:
        cls()
    except TypeError as error:
        print(str(error).replace("methods", "method").split(" without")[0].split(" with abstract")[0])
print(Square(3).describe(), type(Shape) is ABCMeta)
print(isinstance(Square(1), Shape), isinstance(3, Shape), issubclass(Half, Shape))


@Shape.register
class Circle:
    pass


print(isinstance(Circle(), Shape), issubclass(Circle, Shape), issubclass(Circle, Square))
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__))


class Sized(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "size")


class Bag:
    size = 3


print(isinstance(Bag(), Sized), isinstance(Circle(), Sized))
