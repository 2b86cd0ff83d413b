for a in (7.5, -7.5):
    for b in (2, -2, 2.5, -2.5, 10.0):
        print(a // b, a % b, divmod(a, b))
print(0.0 % 3, -0.0 % 3, 1e300 % 7, 5 % 0.3, -1e-20 % 3, divmod(1, 0.1))
