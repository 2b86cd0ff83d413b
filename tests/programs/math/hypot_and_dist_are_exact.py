import math
import random

random.seed(7)
numbers = [random.uniform(-10, 10) for _ in range(400)] + [1e300, -1e-300, 5e-324, 3e-320, 1e-308, 0.0, 1.7e308]
a = numbers
print([math.hypot(a[i], a[i + 1]) for i in range(len(a) - 1)])
print([math.hypot(a[i], a[i + 1], a[i + 2], a[i + 3]) for i in range(len(a) - 3)])
print([math.dist((a[i], a[i + 1], a[i + 2]), (a[i + 3], a[i + 4], a[i + 5])) for i in range(len(a) - 5)])
print(math.hypot(), math.hypot(-3), math.hypot(3, 4), math.hypot(math.inf, math.nan), math.hypot(math.nan, 1), math.dist([], []))
