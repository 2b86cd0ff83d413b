a = [1]
b = [1]
print(a is b, a == b, a is not b, a is a)
print(None is None, True is True, print is print, int is int)
c = a
c.append(2)
print(a, a is c)

def f():
    pass

print(f is f, type(1) is int, type("") is str, type([]) is list)
