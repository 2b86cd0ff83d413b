for f in (lambda: "a".upper(1), lambda: "a".replace("a"), lambda: "a".join(), lambda: "a".split(5),
          lambda: "a".strip(1), lambda: "a".count(), lambda: "a".find(1), lambda: "a".zfill("x"),
          lambda: "a" + b"b"):
    try:
        f()
    except TypeError as e:
        print(type(e).__name__)
