huge = 2 ** 63 - 1
items = []
items *= huge
print(items, [] * huge, huge * (), "" * huge, b"" * huge, [1] * -huge)
items += [1, "a", 2.5]
same = items
items *= 3
same *= -1
print(items, same is items)
items.append([])
items *= 2
items[0].append(1)
print(items, [items[0]] * 3, ("x", items[1]) * 2)
try:
    [] * (huge + 1)
except OverflowError as error:
    print(error)
