"""Big integers: digits of pi, a factorial, a Fibonacci number, and powers modulo a prime."""


def pi_digits(count):
    # Gibbons' spigot: the state is a fraction with ever longer integers.
    q, r, t, k, digit, odd = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < count:
        if 4 * q + r - t < digit * t:
            digits.append(str(digit))
            following = 10 * (r - digit * t)
            digit = 10 * (3 * q + r) // t - 10 * digit
            q *= 10
            r = following
        else:
            following = (2 * q + r) * odd
            digit = (q * (7 * k) + 2 + r * odd) // (t * odd)
            q *= k
            t *= odd
            odd += 2
            k += 1
            r = following
    return "".join(digits)


def factorial(n):
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    return product


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def task(worker, workers, n: int = 1_500):
    prime = 2**521 - 1
    power = pow(3, factorial(n // 10), prime)
    big = factorial(2 * n) // fibonacci(10 * n) ^ power << 64
    square = power * power % prime
    return f"{pi_digits(n)[-10:]} {big % 1_000_000_007} {square & 0xFFFFFFFF} {big.bit_length()}"
