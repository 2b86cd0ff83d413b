import math
import math as m
from math import sqrt, pi as circle
from random import Random
import time, sys

print(math.floor(2.5), m.ceil(2.5), sqrt(16), round(circle, 5))
print(m.pi == math.pi, Random(1).randint(1, 6) == Random(1).randint(1, 6))
print(time.perf_counter() > 0, sys.getswitchinterval() > 0)
