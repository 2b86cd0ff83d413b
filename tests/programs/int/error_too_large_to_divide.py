print("before")
x = 1
print(10 ** 400 / 3)
