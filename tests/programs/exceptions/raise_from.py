try:
    try:
        int("x")
    except ValueError as e:
        raise KeyError("wrapped") from e
except KeyError as e:
    print(repr(e), repr(e.__cause__), e.__cause__ is e.__context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("hidden") from None
except RuntimeError as e:
    print(e, e.__cause__, repr(e.__context__))
try:
    raise ValueError("a") from TypeError("b")
except ValueError as e:
    print(repr(e.__cause__))
