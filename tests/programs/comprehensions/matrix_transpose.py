matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([sum(row) for row in matrix],
      [sum(col) for col in [[r[i] for r in matrix] for i in range(3)]])
n = 3
print([[1 if i == j else 0 for j in range(n)] for i in range(n)])
