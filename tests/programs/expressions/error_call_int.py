print("before")
x = 1
print(5())
