import math
print(math.sqrt(16), math.sqrt(2), math.isqrt(17), math.isqrt(10 ** 40), math.pow(2, 10),
      math.pow(2, 0.5), math.hypot(3, 4), math.exp(0), math.exp(1))
print(math.log(1), math.log(math.e), math.log(8, 2), math.log10(1000), math.log2(8),
      math.log2(2 ** 100), math.log(10 ** 400))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1),
          lambda: math.isqrt(-1), lambda: math.pow(0, -1), lambda: math.exp(1000),
          lambda: math.sqrt("a")):
    try:
        f()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
