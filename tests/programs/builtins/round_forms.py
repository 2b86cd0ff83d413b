print(round(2.5), round(3.5), round(2.567, 2), round(2.5, 0), round(1234, -2), round(True),
      round(-2.5), round(1e20), round(2.5, ndigits=1), round(0.1, 5))

class R:
    pass

for f in (lambda: round("a"), lambda: round(1.5, "a"), lambda: round(), lambda: round(1.5, 1.5)):
    try:
        f()
    except TypeError as e:
        print(e)
