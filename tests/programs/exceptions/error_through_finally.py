def f():
    try:
        return [1, 2][5]
    finally:
        print("finally before the traceback")

f()
