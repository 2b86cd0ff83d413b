calls = []

def key(x):
    calls.append(x)
    return -x

print(sorted([3, 1, 2], key=key), calls)
print(sorted([], key=key), sorted([5], key=key), calls)
print(sorted("bca", key=None), sorted({3: 1, 1: 2}), sorted(x * x % 7 for x in range(7)))
