print(10 ** 4299 > 0)
print(10 ** 4300)
