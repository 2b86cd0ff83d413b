print("before")
x = 1
print(undefined + 1 / 0)
