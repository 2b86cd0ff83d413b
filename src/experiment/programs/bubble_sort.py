"""Sort lists by bubble sort: look at how it scales where every step reads and writes a list.

The program of Miguel Grinberg's "Python 3.14 Is Here. How Fast Is It?", which sorts 10,000 numbers in
one thread, and four full copies of it in four. Each worker sorts lists of its own, so they never
wait for each other.
"""


def numbers(n, seed):
    # Always the same ones, in no order.
    values = []
    value = seed
    for _ in range(n):
        value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
        values.append(value % 100_000)
    return values


def bubble_sort(values):
    n = len(values)
    for i in range(n):
        for j in range(n - i - 1):
            if values[j] > values[j + 1]:
                values[j], values[j + 1] = values[j + 1], values[j]


def task(worker, workers, n: int = 1_000, lists: int = 16):
    middle = 0
    for index in range(worker, lists, workers):
        values = numbers(n, index)
        bubble_sort(values)
        middle += values[n // 2]
    return middle
