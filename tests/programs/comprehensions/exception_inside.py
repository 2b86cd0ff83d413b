def risky(x):
    if x == 2:
        raise ValueError(f"bad {x}")
    return x

done = []
try:
    done = [risky(x) for x in range(5)]
except ValueError as e:
    print(e, done)
try:
    {x: 1 // x for x in (1, 0)}
except ZeroDivisionError as e:
    print(e)
try:
    {[x] for x in range(2)}
except TypeError as e:
    print(e)
