a = [1]
b = a
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b, a is b)
a *= 2
print(a)
c = (1,)
d = c
c += (2,)
print(c, d)
a += "xy"
print(a)
b += range(2)
print(b)
s = {1}
t = s
s |= {2}
s -= {1}
print(s, t, s is t)
