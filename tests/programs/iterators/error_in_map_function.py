def inverse(x):
    return 1 / x

for value in map(inverse, [4, 0]):
    print(value)
