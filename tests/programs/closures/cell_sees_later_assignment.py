def f():
    def show():
        return value

    value = 1
    first = show()
    value = 2
    return first, show()

print(f())

def g():
    def show():
        return late

    try:
        show()
    except NameError as e:
        print(type(e).__name__, e)
    late = 1
    return show()

print(g())
