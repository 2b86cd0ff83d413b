# Until the module binds the name of a built-in it means the built-in.
real = open


def view():
    return memoryview(b"abc")[0]


print(view(), complex(1, 2), ascii("\xe9"))
print(real is open, callable(real))


def open(name):
    return "mine: " + name


print(open("x"))
complex = memoryview = 3
print(complex, memoryview)
del complex, open
print(complex(3), open is real)


def bind():
    global input
    before = callable(input)
    input = 4
    return before, input


print(bind(), input)
