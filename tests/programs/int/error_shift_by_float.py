print("before")
x = 1
print(1 << 1.5)
