size = 2

class C:
    items = [1, 2, 3]
    doubled = [x * 2 for x in items]
    pairs = [(x, y) for x in items for y in range(size)]

print(C.doubled, C.pairs)
try:
    class D:
        k = 3
        bad = [k for _ in range(2)]
except NameError as e:
    print(e)
