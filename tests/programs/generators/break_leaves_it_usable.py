def g():
    for i in range(6):
        yield i

it = g()
for x in it:
    if x == 2:
        break
print(list(it))
it = g()
for a, b in zip(it, it):
    print(a, b)
it = g()
print(3 in it, list(it))
