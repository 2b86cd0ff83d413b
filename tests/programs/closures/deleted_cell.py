def f():
    x = 1

    def g():
        return x

    print(g())
    del x
    try:
        g()
    except NameError as e:
        print(e)
    x = 5
    return g()

print(f())
