a = 1; b = 2; c = a + \
    b
print(a, b, c)
total = (a
         + b
         + c)
print(total)
text = "one " \
    "two"
print(text)
if a == 1 and \
        b == 2:
    print("joined")
