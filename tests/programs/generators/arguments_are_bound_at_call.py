def g(n):
    print("running with", n)
    yield n

try:
    g()
except TypeError as e:
    print(e)
it = g(5)
print("called")
print(list(it))
