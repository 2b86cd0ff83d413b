for f in (ValueError, ValueError(), ValueError("a"), ValueError("a", 2)):
    try:
        raise f
    except ValueError as e:
        print(repr(e), str(e) == "", e.args)
for bad in (5, "text", None, int, [ValueError]):
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
