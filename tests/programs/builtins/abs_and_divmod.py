print(abs(-5), abs(5), abs(-2.5), abs(-0.0), abs(True), abs(-(10 ** 20)), divmod(7, 3),
      divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(True, 2), divmod(10 ** 20, 7))
for f in (lambda: abs("a"), lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod("a", 1),
          lambda: abs(None), lambda: divmod(1)):
    try:
        f()
    except (TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
