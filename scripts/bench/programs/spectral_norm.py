"""Spectral norm of an endless matrix's corner: a function call for every entry, in nested loops."""

from math import sqrt


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    n = len(vector)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(i, j) * vector[j]
        result.append(total)
    return result


def times_transposed(vector):
    n = len(vector)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(j, i) * vector[j]
        result.append(total)
    return result


def task(worker, workers, n: int = 130):
    u = [1.0] * n
    v = u
    for _ in range(5):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    along = square = 0.0
    for i in range(n):
        along += u[i] * v[i]
        square += v[i] * v[i]
    return f"{sqrt(along / square):.9f}"
