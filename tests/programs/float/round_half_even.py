print([round(x) for x in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, 2.4999, 2.5001)])
print([round(x, 1) for x in (0.05, 0.15, 0.25, 0.35, 1.25, -1.25, 2.675)])
print(round(2.675, 2), round(1234.5678, -2), round(1e300, 2), round(3.7), type(round(3.7)),
      type(round(3.7, 1)))
print(round(-0.4), round(-0.4, 0), round(5.015, 2), round(1.5, None), round(0.1 + 0.2, 15))
for value in (float("inf"), float("nan")):
    try:
        round(value)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
