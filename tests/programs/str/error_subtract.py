print("before")
x = 1
print("a" - "b")
