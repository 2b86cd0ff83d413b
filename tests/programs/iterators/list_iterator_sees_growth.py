a = [1, 2]
it = iter(a)
print(next(it))
a.append(3)
print(next(it), next(it))
print(next(it, "end"))
a.append(4)
print(next(it, "stays exhausted"))
b = [1, 2, 3]
it = iter(b)
next(it)
b.clear()
print(list(it))
