def check(value):
    try:
        return 10 // value
    except ZeroDivisionError:
        raise ValueError(value) from KeyError("never raised")


print(check(5))
check(0)
