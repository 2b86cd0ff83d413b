"""All workers read one list of numbers: look at the memory that the processes take, in the table of
all numbers.

Threads share the list. A process has a memory of its own, so each makes the list again before it
can begin: with four processes there are four lists. That is their price wherever much data is
shared, or arguments and results are large.
"""

NUMBERS = list(range(200_000))


def task(worker, workers, n: int = 50):
    # Every worker sums its part of the list, n times.
    first = len(NUMBERS) * worker // workers
    last = len(NUMBERS) * (worker + 1) // workers
    total = 0
    for _ in range(n):
        for index in range(first, last):
            total += NUMBERS[index]
    return total
