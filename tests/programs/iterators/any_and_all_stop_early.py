def show(x):
    print("see", x)
    return x

print(any(map(show, [0, "", 3, 4])), all(map(show, [1, "a", 0, 5])), any([]), all([]), any([[]]),
      all([[1], (0,)]))
print(any(x > 2 for x in range(10)), all(x < 3 for x in range(10)))
