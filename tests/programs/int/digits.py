print(10 ** 4298)
print(2 ** 14283)
print(-(2 ** 14283))
