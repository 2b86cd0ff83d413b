def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest

for p in permutations([1, 2, 3]):
    print(p)
print(len(list(permutations([1, 2, 3, 4, 5]))))
