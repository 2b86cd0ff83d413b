values = [3, 2, 1, 0, 5]

def pop():
    return values.pop(0)

print(list(iter(pop, 0)), values)
