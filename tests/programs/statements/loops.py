for i in range(5):
    print(i)
print(i)
for i in range(5, 0):
    print("never")
for i in range(10, 0, -3):
    print(i)
for i in range(-3, 4, 2):
    print(i)
for i in range(True, 4):
    print(i)
for i in range(3):
    for j in range(i, 3):
        if j == 1:
            continue
        if i == 2:
            break
        print(i, j)
    i = 100
print(i, j)
n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
    print(n)
while True:
    n += 1
    if n > 5:
        break
print(n)
while 1:
    break
while 0:
    print("never")
while not n > 8:
    n += 1
print(n)
for i in range(2 ** 62 - 2, 2 ** 62 + 3):
    print(i)
for i in range(2 ** 64, 2 ** 64 + 2):
    print(i)
for i in range(2 ** 63, 2 ** 63 - 4, -2):
    print(i)
for i in range(4611686018427387900, 4611686018427387904, 3):
    print(i)
def f():
    for i in range(3):
        if i == 1:
            return "left"
    return "never"
print(f())
