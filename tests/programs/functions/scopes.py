counter = 0
name = "module"

def read():
    return counter

def local():
    counter = 5
    counter += 1
    return counter

def bump(by):
    global counter
    counter += by
    return counter

def make():
    global made
    made = "made"

print(read(), local(), read(), bump(3), bump(4), counter)
make()
print(made, name)

def shadow(name):
    name = name + "!"
    return name

print(shadow("x"), name)
default = 1
def with_default(x=default):
    return x
default = 2
print(with_default())
def redefined():
    return 1
first = redefined
def redefined():
    return 2
print(first(), redefined())
if counter > 5:
    def conditional():
        return "then"
else:
    def conditional():
        return "else"
print(conditional())
a = b = c = 3
print(a, b, c)
x: int = 5
x += 1
print(x)
def annotated(q):
    r: int
    r = q
    return r
print(annotated(3))
def maybe(flag):
    if flag:
        value = 1
    else:
        value = 2
    return value
print(maybe(True), maybe(False))
print(__name__ == "__main__" or __name__ == "program")
