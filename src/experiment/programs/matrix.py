"""Multiply two matrices, lists of lists of floats: look at how threads fare that read the same rows.

Threads share both matrices, and every process makes its own. Without the GIL each use of a row counts
a reference up and down, and threads that use the same row pass its counter from core to core: reading
what is shared is not free.
"""

SIZE = 60


def matrix(scale):
    return [[(i * SIZE + j) % 10 * scale for j in range(SIZE)] for i in range(SIZE)]


A = matrix(0.5)
B = matrix(0.25)


def task(worker, workers, n: int = 600):
    # This worker's share of n rows of the product.
    total = 0.0
    for i in range(worker, n, workers):
        row = A[i % SIZE]
        for j in range(SIZE):
            value = 0.0
            for k in range(SIZE):
                value += row[k] * B[k][j]
            total += value
    return total
