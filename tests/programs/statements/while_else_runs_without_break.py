n = 3
while n > 0:
    n -= 1
    print(n)
else:
    print("ran out", n)
while True:
    n += 1
    if n == 2:
        break
else:
    print("never")
print(n)
while False:
    pass
else:
    print("at once")
