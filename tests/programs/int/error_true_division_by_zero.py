print("before")
x = 1
print(1 / 0)
