try:
    [a for a, b in [(1, 2), (3,)]]
except ValueError as e:
    print(e)
try:
    [a for a, b in [1]]
except TypeError as e:
    print(e)
print([a + b + c for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]])
