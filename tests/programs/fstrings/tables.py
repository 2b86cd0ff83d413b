rows = [("apple", 3, 1.5), ("kiwi", 12, 0.25), ("watermelon", 1, 30.0)]
print(f"{'item':<12}|{'n':^5}|{'price':>8}")
print("-" * 27)
for name, n, price in rows:
    print(f"{name:<12}|{n:^5d}|{price:>8.2f}")
print(f"{'total':<12}|{sum(r[1] for r in rows):^5}|{sum(n * p for _, n, p in rows):>8.2f}")
