big = 2 ** 64
print(big > 1, big < 1, big == big + 0, -big < -1, big != big + 1, sorted([big, -big, 0, big - 1]))
print(big == float(big), big + 1 == float(big), big < 1e30, max(big, 1e15), big in {big: 1})
print(big is not None, bool(big), not big, abs(-big), -(-big) == big)
