x = "module"

class C:
    before = x
    x = "class"
    after = x
    del x
    again = x

print(C.before, C.after, C.again)
try:
    C.x
except AttributeError as e:
    print(e)
