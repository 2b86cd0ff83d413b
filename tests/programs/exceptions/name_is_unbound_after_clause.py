e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    print(repr(e))
try:
    print(e)
except NameError as error:
    print(error)

def f():
    try:
        raise KeyError(1)
    except KeyError as k:
        saved = k
    return saved

print(repr(f()))
