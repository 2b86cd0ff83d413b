print(2.0 ** 3, 2 ** 0.5, 4 ** -0.5, 0.0 ** 0, 1.0 ** 1e300, (-2.0) ** 3, (-2.0) ** -3, 10 ** -2)
print(float("inf") ** 0, float("nan") ** 0, 1 ** float("nan"), 0.0 ** 5, float("inf") ** -1)
try:
    0.0 ** -2
except ZeroDivisionError as e:
    print(e)
try:
    1e200 ** 2
except OverflowError as e:
    print(e)
