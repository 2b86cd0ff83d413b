one, pair, text, table, data = [1], (1,), "a", {1: 2}, b"ab"
for f in (lambda: one["a"], lambda: pair[1.0], lambda: text[None], lambda: one[[0]],
          lambda: table[[]], lambda: table[{}], lambda: {[1]}, lambda: {{}: 1},
          lambda: range(3)["a"],
          lambda: data["c"]):
    try:
        f()
    except TypeError as e:
        print(e)
