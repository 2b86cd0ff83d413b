def windows(items, size):
    for i in range(len(items) - size + 1):
        yield items[i:i + size]

print(list(windows([1, 2, 3, 4], 2)), list(windows("abc", 3)), list(windows("a", 2)))

def scaled(factor):
    def g(items):
        nonlocal factor
        for item in items:
            factor += 1
            yield item * factor
    return g

g = scaled(1)
print(list(g([1, 2])), list(g([1, 2])))
