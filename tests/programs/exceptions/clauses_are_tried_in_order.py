def kind(f):
    try:
        f()
    except ZeroDivisionError:
        return "zero"
    except (KeyError, IndexError) as e:
        return f"lookup {type(e).__name__} {e}"
    except ArithmeticError:
        return "arithmetic"
    except Exception as e:
        return f"other {type(e).__name__} {e}"
    else:
        return "none"

print(kind(lambda: 1 / 0), kind(lambda: {}["k"]), kind(lambda: [][3]))
print(kind(lambda: 2.0 ** 10000), kind(lambda: int("x")), kind(lambda: None))
