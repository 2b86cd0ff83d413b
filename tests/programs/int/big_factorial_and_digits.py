def fact(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result

print(fact(50))
print(sum(int(d) for d in str(fact(100))))
n = 2 ** 521 - 1
print(n % 10 ** 20, n // 10 ** 140, hash(n) == n % (2 ** 61 - 1))
