for f in (lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(1.0), lambda: range("a"),
          lambda: range(0, 1, 0), lambda: range(None), lambda: range(1, 2.5)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
