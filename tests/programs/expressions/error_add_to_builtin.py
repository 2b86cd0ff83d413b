print("before")
x = 1
print(print + 1)
