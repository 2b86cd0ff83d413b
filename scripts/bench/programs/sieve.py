"""Sieve of Eratosthenes: a list of flags, crossed out number by number."""


def primes_below(n):
    is_prime = [True] * n
    is_prime[0] = is_prime[1] = False
    number = 2
    while number * number < n:
        if is_prime[number]:
            for multiple in range(number * number, n, number):
                is_prime[multiple] = False
        number += 1
    primes = []
    for number in range(n):
        if is_prime[number]:
            primes.append(number)
    return primes


def task(worker, workers, n: int = 800_000):
    primes = primes_below(n)
    twins = 0
    for i in range(1, len(primes)):
        if primes[i] - primes[i - 1] == 2:
            twins += 1
    return f"{len(primes)} {primes[-1]} {twins}"
