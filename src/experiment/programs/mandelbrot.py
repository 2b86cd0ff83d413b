"""Count the steps of the Mandelbrot set, row by row: look at how evenly the workers are done.

Rows in the middle of the picture take much longer than those at its edge. Each worker takes every
K-th row, so that all get some of both.
"""


def steps(x, y, limit):
    a = 0.0
    b = 0.0
    for step in range(limit):
        if a * a + b * b > 4.0:
            return step
        a, b = a * a - b * b + x, 2.0 * a * b + y
    return limit


def task(worker, workers, n: int = 200, limit: int = 100):
    total = 0
    for row in range(worker, n, workers):
        y = 2.0 * row / n - 1.0
        for column in range(n):
            x = 3.0 * column / n - 2.0
            total += steps(x, y, limit)
    return total
