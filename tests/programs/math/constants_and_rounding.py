import math
print(math.pi, math.e, math.inf, -math.inf, math.nan, math.tau)
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(2.9),
      math.trunc(-2.9), math.floor(5), math.ceil(10 ** 20), math.floor(1e20))
print(type(math.floor(2.5)).__name__, type(math.sqrt(4)).__name__, math.fabs(-3), math.floor(True))
