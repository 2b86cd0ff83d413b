"""Matrix product: rows and columns meet in zip, and sum adds up their products."""


def matrix(n, scale):
    return [[(i * n + j) % 10 * scale for j in range(n)] for i in range(n)]


def transpose(rows):
    return [[row[j] for row in rows] for j in range(len(rows[0]))]


def multiply(a, b):
    columns = transpose(b)
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def trace(rows):
    return sum(row[i] for i, row in enumerate(rows))


def task(worker, workers, n: int = 90):
    # Multiples of a power of two: floats add them up without rounding.
    product = multiply(matrix(n, 0.5), matrix(n, 0.25))
    return int(8 * trace(product)) + int(8 * sum(sum(row) for row in product))
