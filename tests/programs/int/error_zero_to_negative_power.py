print("before")
x = 1
print(0 ** -1)
