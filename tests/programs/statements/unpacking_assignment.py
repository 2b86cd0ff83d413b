a, b = 1, 2
print(a, b)
a, b = b, a
print(a, b)
(c, d), e = (3, 4), 5
print(c, d, e)
[f, (g, h)] = [6, "xy"]
print(f, g, h)
i, = [7]
print(i)
x = y, z = 8, 9
print(x, y, z)
p, q, r = range(3)
print(p, q, r)
k, l = {"one": 1, "two": 2}
print(k, l)
