a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
items = [1, 2, 3, 4]
items[0], items[-1], items[1] = items[-1], items[0], items[2]
print(items)

def minmax(values):
    return min(values), max(values)

low, high = minmax([5, 2, 9])
print(low, high, minmax("hello"), minmax([1])[0])
