def positive(n):
    assert n > 0, "n must be positive"
    return n

print(positive(2))
positive(0)
