print("before")
x = 1
print("a" * (2 ** 70))
