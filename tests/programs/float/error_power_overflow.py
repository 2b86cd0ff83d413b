print("before")
x = 1
print(2.0 ** 5000)
