def show(x):
    print("eval", repr(x))
    return x

print(show(0) and show(1))
print(show("") or show([]) or show("last"))
print(show([]) or show(0))
print(not show(""), not show("a"))
print(show(1) and show(2) or show(3))
print(show(None) and show(2) or show(3))
