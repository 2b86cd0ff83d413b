r = range(10 ** 20, 10 ** 20 + 3)
print(list(r), r[1], len(r), r[-1], 10 ** 20 + 2 in r, range(-(2 ** 64), 2 ** 64, 2 ** 63)[2])
for i in range(2 ** 62, 2 ** 62 + 2):
    print(i)
try:
    len(range(2 ** 64))
except OverflowError as e:
    print(e)
