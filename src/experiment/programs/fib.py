"""Compute a Fibonacci number by plain recursion: millions of function calls. Look for how close the
free-threaded threads and the processes come to one core each.

The program of Miguel Grinberg's "Python 3.14 Is Here. How Fast Is It?", which runs fib(40) in one
thread, and four full copies of it in four.
"""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def leaves(n):
    # The value of fib(n) without the recursion: as many leaves of its call tree return 1.
    a = 0
    b = 1
    for i in range(n):
        c = a + b
        a = b
        b = c
    return a


def part(n, first, last):
    # How many of the leaves first, first + 1, ..., last - 1 are in the call tree of fib(n).
    size = leaves(n)
    if first <= 0 and last >= size:
        return fib(n)
    if first >= size or last <= 0:
        return 0
    left = leaves(n - 1)
    return part(n - 1, first, last) + part(n - 2, first - left, last - left)


def task(worker, workers, n: int = 40):
    # This worker's part of the leaves; the results of all workers add up to fib(n).
    total = leaves(n)
    return part(n, total * worker // workers, total * (worker + 1) // workers)
