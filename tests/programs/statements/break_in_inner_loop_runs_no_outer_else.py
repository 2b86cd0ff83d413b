for i in range(3):
    for j in range(3):
        if j == i:
            break
    else:
        print("inner else", i)
    print(i, j)
else:
    print("outer else")
for i in range(3):
    for j in range(i):
        continue
    else:
        if i == 2:
            break
        continue
    print("never")
else:
    print("never")
print(i, j)
