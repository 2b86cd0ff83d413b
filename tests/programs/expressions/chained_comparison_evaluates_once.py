def value(x):
    print("eval", x)
    return x

print(value(1) < value(2) < value(3))
print(value(3) < value(2) < value(1))
print(1 < 2 > 1 == 1 != 0)
print(1 in [1] == True, (1 in [1]) == True)
print("a" < "b" < "c", [1] < [1, 2] < [2])
print(value(0) == value(0) in [0])
