class Counter:
    n = 0

a, b = Counter(), Counter()
a.n += 1
print(a.n, b.n, Counter.n)
Counter.n += 10
print(a.n, b.n, Counter.n)
b.n -= 1
Counter.n = 50
print(a.n, b.n, Counter.n)
