def show(x):
    print("show", x)
    return x

g = (show(x) for x in [1, 2, 3])
print("made")
print(next(g))
print(any(x == 2 for x in g))
print(list(g))
print(type(g).__name__, sum(x * x for x in range(5)), max((x, -x) for x in range(3)))
print(list(x for x in "abc"), dict((x, x * 2) for x in range(2)))
