def change(items, number):
    items.append(number)
    number += 1
    items = [0]
    return items, number

values = [1]
n = 5
print(change(values, n), values, n)
