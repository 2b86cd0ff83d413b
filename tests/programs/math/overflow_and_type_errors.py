import math
for f in (lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.floor("a"),
          lambda: math.sqrt(None), lambda: math.sqrt(), lambda: math.sqrt(1, 2),
          lambda: math.sqrt(10 ** 400), lambda: math.trunc("x")):
    try:
        print(f())
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
