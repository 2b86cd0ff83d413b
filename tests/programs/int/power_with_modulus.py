print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, 200, 13), pow(-2, 3, 5), pow(2, 3, -5))
print(pow(10, 18, 10 ** 9 + 7), pow(0, 0, 7), pow(5, 0, 1),
      pow(123456789, 987654321, 10 ** 12 + 39))
print(pow(3, -1, 11), pow(7, -2, 10 ** 9 + 7), pow(True, 5))
for args in ((2, 3, 0), (2, -1, 4)):
    try:
        print(pow(args[0], args[1], args[2]))
    except ValueError as e:
        print(e)
try:
    pow(2.0, 3, 5)
except TypeError as e:
    print(e)
