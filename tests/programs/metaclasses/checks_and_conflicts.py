class Even(type):
    def __instancecheck__(cls, value):
        return isinstance(value, int) and value % 2 == 0

    def __subclasscheck__(cls, other):
        return other is int


class EvenInt(metaclass=Even):
    pass


print(isinstance(4, EvenInt), isinstance(3, EvenInt), isinstance(3, (str, EvenInt)), isinstance(2, (str, EvenInt)))
print(issubclass(int, EvenInt), issubclass(str, EvenInt), isinstance(EvenInt(), EvenInt))


class MA(type):
    pass


class MB(type):
    pass


class A(metaclass=MA):
    pass


class B(metaclass=MB):
    pass


try:
    class AB(A, B):
        pass
except TypeError as error:
    print(error)


def function_metaclass(name, bases, namespace):
    return (name, bases, sorted(key for key in namespace if not key.startswith("__")))


class Made(metaclass=function_metaclass):
    q = 1


print(Made)
class Box:
    pass


print(A | None, int | A)
try:
    object.__new__(Box, 1)
except TypeError as error:
    print(error)
try:
    Box(1)
except TypeError as error:
    print(error)
