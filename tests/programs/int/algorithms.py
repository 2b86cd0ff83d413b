def gcd(a, b):
    while b != 0:
        t = a % b
        a = b
        b = t
    return a

def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True

def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps

def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x

def modpow(base, exponent, modulus):
    result = 1
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result

print(gcd(1071, 462), gcd(2 ** 100, 6 ** 50))
count = 0
for n in range(200):
    if is_prime(n):
        count += 1
print(count, collatz(27), isqrt(10 ** 40), isqrt(2), modpow(3, 10 ** 20, 10 ** 9 + 7))
state = 12345
for i in range(10):
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    print(state >> 33, state ^ (state << 7) & 0xFFFF)
x = 0.0
for k in range(1000):
    x += (4.0 if k % 2 == 0 else -4.0) / (2 * k + 1)
print(x)
