items = [1, 2, 3]
for item in items:
    if item < 3:
        items.append(item + 10)
    if len(items) > 6:
        break
print(items)
items = [1, 2, 3, 4, 5, 6]
for item in items:
    if item % 2 == 0:
        items.remove(item)
print(items)
items = [1, 2, 2, 3]
for item in items:
    items.remove(item)
print(items)
