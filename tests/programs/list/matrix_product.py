def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip_columns(b)] for row in a]

def zip_columns(m):
    return [[row[j] for row in m] for j in range(len(m[0]))]

a = [[1, 2], [3, 4]]
print(matmul(a, [[0, 1], [1, 0]]), matmul(a, a), matmul([[1, 2, 3]], [[1], [2], [3]]))
