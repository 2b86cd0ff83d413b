def f(n):
    try:
        try:
            if n == 0:
                raise KeyError("k")
            if n == 1:
                raise ValueError("v")
            return "fine"
        except KeyError:
            print("inner")
            raise TypeError("t")
        finally:
            print("inner finally")
    except (ValueError, TypeError) as e:
        return repr(e)
    finally:
        print("outer finally")

print(f(0))
print(f(1))
print(f(2))
