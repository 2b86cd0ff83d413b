fs = [lambda k: k + n for n in range(3)]
print([f(10) for f in fs])

def table(rows, cols):
    return {(r, c): (lambda: r * c)() for r in range(rows) for c in range(cols)}

print(table(2, 3))
print([[[z for z in range(y)] for y in range(x)] for x in range(4)])
print(list(map(lambda t: [u for u in t if u], [(0, 1), (2, 0)])))
