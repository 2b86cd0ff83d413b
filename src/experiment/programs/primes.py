"""Count the primes below n by trial division: look at how well it scales where workers share nothing.

Each worker takes every K-th odd number, so that all have about as much to do; with consecutive
ranges the last worker would have the largest numbers, and the others would wait for it.
"""


def is_prime(number):
    divisor = 3
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 2
    return True


def task(worker, workers, n: int = 400_000):
    count = 0
    if worker == 0 and n > 2:
        count = 1  # 2, the only even one
    for number in range(3 + 2 * worker, n, 2 * workers):
        if is_prime(number):
            count += 1
    return count
