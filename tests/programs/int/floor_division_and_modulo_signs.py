for a in (7, -7):
    for b in (2, -2, 7, -7, 10, -10):
        q, r = divmod(a, b)
        print(a, b, a // b, a % b, (q, r), q * b + r == a)
big = 10 ** 25
for a in (big + 3, -big - 3):
    for b in (7, -7, 10 ** 12, -(10 ** 12)):
        print(divmod(a, b), a // b, a % b)
