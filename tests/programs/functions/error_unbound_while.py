def f():
    while True:
        if 1 > 2:
            x = 1
        break
    return x
f()
