print("before")
x = 1
print((2 ** 70) % 0)
