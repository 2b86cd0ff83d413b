def f():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as e:
        print(e)
    x = 2
    return x

print(f())
