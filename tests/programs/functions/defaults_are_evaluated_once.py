def append(item, items=[]):
    items.append(item)
    return items

print(append(1), append(2), append(3, []), append(4))
n = 1

def show(value=n * 10):
    return value

n = 2
print(show(), show(5))

def make(x):
    print("default", x)
    return x

def f(a=make(1), b=make(2)):
    return a + b

print("defined", f(), f(b=10))
