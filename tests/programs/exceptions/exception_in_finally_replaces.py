def f():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")

try:
    f()
except KeyError as e:
    print(e, repr(e.__context__))

def g():
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("from handler")
    finally:
        print("finally runs")

try:
    g()
except RuntimeError as e:
    print(e, repr(e.__context__), e.__cause__)
