def f(x):
    try:
        print("try", x)
        if x:
            raise ValueError(x)
    except ValueError as e:
        print("except", e)
        result = "excepted"
    else:
        print("else")
        result = "fine"
    finally:
        print("finally")
    return result

print(f(0), f(1))
