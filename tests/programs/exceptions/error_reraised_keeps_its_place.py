def f():
    return 1 // 0

def g():
    try:
        return f()
    except ZeroDivisionError:
        print("cleanup")
        raise

g()
