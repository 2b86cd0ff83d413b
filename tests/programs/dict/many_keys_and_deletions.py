d = {}
for i in range(1000):
    d[i * 7919 % 10007] = i
print(len(d), list(d)[:5], d[7919], sum(d.values()))
for i in range(0, 1000, 2):
    del d[i * 7919 % 10007]
print(len(d), list(d)[:5], list(d.items())[-1])
for i in range(10):
    d[-i] = i
print(list(d)[-10:], -5 in d)
