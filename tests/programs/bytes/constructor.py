print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"copy"), bytes(range(3)),
      bytes((x for x in (1, 2))))
for f in (lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1), lambda: bytes("a"),
          lambda: bytes(1.5), lambda: bytes(["a"])):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
