a = [1, [2, 3]]
b = a[:]
c = a.copy()
d = list(a)
b[0] = "b"
c[1].append("shared")
print(a, b, c, d, a[1] is d[1])
