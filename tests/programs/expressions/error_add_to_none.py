print("before")
x = 1
print(None + 1)
