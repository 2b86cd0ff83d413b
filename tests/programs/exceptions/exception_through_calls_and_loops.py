def leaf(n):
    if n == 3:
        raise LookupError(f"at {n}")
    return n

def middle(n):
    total = 0
    for i in range(n):
        total += leaf(i)
    return total

for n in (2, 4, 6):
    try:
        print(middle(n))
    except LookupError as e:
        print("caught", e)
