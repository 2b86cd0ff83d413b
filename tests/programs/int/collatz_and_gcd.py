def gcd(a, b):
    while b:
        a, b = b, a % b
    return a

def collatz(n):
    steps = [n]
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps.append(n)
    return steps

print(gcd(48, 36), gcd(17, 5), gcd(0, 9), gcd(2 ** 40, 6 ** 20))
print(collatz(7), len(collatz(27)), max(collatz(27)))
