def f():
    try:
        raise ValueError("original")
    except ValueError as e:
        print("handling", e)
        raise

try:
    f()
except ValueError as e:
    print("outer", e)

def g():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise

try:
    g()
except ZeroDivisionError as e:
    print("again", e)
try:
    raise
except RuntimeError as e:
    print(e)
