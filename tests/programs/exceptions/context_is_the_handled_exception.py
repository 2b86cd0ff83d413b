try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["k"]
except KeyError as e:
    print(repr(e.__context__), e.__cause__)
try:
    raise ValueError("alone")
except ValueError as e:
    print(e.__context__)

def f():
    raise TypeError("in function")

try:
    try:
        raise KeyError("first")
    except KeyError:
        f()
except TypeError as e:
    print(repr(e.__context__))
