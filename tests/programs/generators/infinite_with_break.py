def count(start=0, step=1):
    while True:
        yield start
        start += step

for n in count(10, 5):
    if n > 30:
        break
    print(n)
c = count()
print([next(c) for _ in range(4)], next(c))
