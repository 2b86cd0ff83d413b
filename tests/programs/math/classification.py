import math
for x in (0, 1.5, math.inf, -math.inf, math.nan, 10 ** 20):
    print(math.isnan(x), math.isinf(x), math.isfinite(x))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.copysign(3, -0.0),
      math.fmod(-7, 3))
print(math.fsum([0.1] * 10), math.dist([0, 0], [3, 4]))
