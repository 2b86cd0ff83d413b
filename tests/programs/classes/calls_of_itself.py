"""What calls itself without a frame of the program ends all the same."""


class Caller:
    pass


caller = Caller()
Caller.__call__ = caller
try:
    caller()
except RecursionError:
    print("caller")


class Text:
    pass


Text.__repr__ = Text.__str__
try:
    str(Text())
except RecursionError:
    print("text")


def found():
    any((hit := number) > 3 for number in range(9))
    return hit


hit = "global"
print(found(), hit)
print({}.__ior__({1: 2}), [1].__iadd__([2]), (7).__divmod__(2), (2.5).__trunc__(), (-3).__abs__())
print(type(None)(), type(...)(), property(lambda self: 5).__get__(3))
