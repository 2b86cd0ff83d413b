a = list(range(6))
a[1:3] = ["a", "b", "c"]
print(a)
a[:0] = [-1]
print(a)
a[len(a):] = [99]
print(a)
a[2:5] = []
print(a)
a[::2] = [0] * len(a[::2])
print(a)
a[1:2] = "xy"
print(a)
a[3:1] = ["inserted"]
print(a)
a[:] = []
print(a)
try:
    a = [1, 2, 3, 4]
    a[::2] = [1]
except ValueError as e:
    print(e)
try:
    a[0:1] = 5
except TypeError as e:
    print(e)
a[-2:] = a
print(a)
