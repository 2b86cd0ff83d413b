def f(list, str=5):
    return list + str

print(f(1), f(1, 2))
max = min
print(max(1, 2))
del max
print(max(1, 2))
sum = [1, 2]
print(sum)

def g():
    len = 3
    return len

print(g(), len("abc"))
