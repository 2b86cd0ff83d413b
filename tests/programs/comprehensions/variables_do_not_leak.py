x = "outer"
y = [x for x in range(3)]
print(x, y)
try:
    [i for i in range(3)]
    print(i)
except NameError as e:
    print(e)

def f(n):
    squares = [n * n for n in range(3)]
    return n, squares

print(f("kept"))
