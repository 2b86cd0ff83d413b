for f in (lambda: len(), lambda: len([], []), lambda: abs(), lambda: ord(), lambda: chr(),
          lambda: isinstance(1), lambda: iter(), lambda: next(), lambda: hash(), lambda: id(),
          lambda: sum(), lambda: zip(5), lambda: enumerate(5), lambda: map(len),
          lambda: filter(None), lambda: pow(1), lambda: any(5), lambda: all(None),
          lambda: reversed(1)):
    try:
        f()
    except TypeError as e:
        print(e)
