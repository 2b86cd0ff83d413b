d = {"a": 1}
for f in (lambda: d["x"], lambda: d.pop("x"), lambda: {}.popitem(), lambda: d[[1]],
          lambda: d.get([1]), lambda: {[]: 1},
          lambda: d.update(5), lambda: d.update([1]), lambda: d.update([(1, 2, 3)]),
          lambda: dict(5), lambda: dict([("a",)]),
          lambda: d.nothing()):
    try:
        f()
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
