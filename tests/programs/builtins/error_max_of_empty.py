print(max([3, 1]))
print(max([]))
