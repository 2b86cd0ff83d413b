class C:
    pass

c = C()
try:
    c[0] = 1
except TypeError as e:
    print(e)
try:
    del c[0]
except TypeError as e:
    print(e)
try:
    del c.missing
except AttributeError as e:
    print(e)
