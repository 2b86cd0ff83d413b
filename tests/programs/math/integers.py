import math
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(-4, 6), math.gcd(), math.gcd(12, 18, 8),
      math.lcm(4, 6), math.factorial(20), math.factorial(0), math.comb(5, 2), math.perm(5, 2),
      math.comb(3, 5))
print(math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2, 0.5]), math.factorial(30))
for f in (lambda: math.factorial(-1), lambda: math.gcd(1.5, 2), lambda: math.factorial(1.5)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
