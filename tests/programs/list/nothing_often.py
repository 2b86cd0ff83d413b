huge = 2 ** 63 - 1
items = []
items *= huge
print(items, [] * huge, huge * (), "" * huge, b"" * huge, [1] * -huge)
try:
    [] * (huge + 1)
except OverflowError as error:
    print(error)
