import math
print(math.sin(0), math.cos(0), math.tan(0), math.asin(1), math.acos(1), math.atan(1),
      math.atan2(1, -1), math.atan2(-0.0, -1))
print(round(math.sin(math.pi / 6), 12), round(math.cos(math.pi / 3), 12), round(math.tan(1), 12),
      math.degrees(math.pi), math.radians(180), math.sinh(0), math.cosh(0), math.tanh(0))
try:
    math.asin(2)
except ValueError as e:
    print(e)
