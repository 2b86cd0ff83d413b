rows = [[0] * 2] * 3
rows[0][0] = 1
print(rows)
rows = [[0] * 2 for _ in range(3)]
rows[0][0] = 1
print(rows)
a = [[]]
b = a * 2
b[0].append("x")
print(a, b)
