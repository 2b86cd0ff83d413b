import math

for function in (math.gamma, math.lgamma, math.erf, math.erfc):
    for x in (-170.5, -2.5, -0.5, 0.0, 0.1, 0.5, 1, 1.4, 1.6, 2.5, 3, 5, 7.5, 10, 25, 27.3, 100.5, 170.6, 180, -1):
        try:
            print(function.__name__, x, f"{function(x):.13g}")
        except (ValueError, OverflowError) as error:
            print(function.__name__, x, error)
