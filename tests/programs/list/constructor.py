print(list(), list("ab"), list(range(3)), list((1, 2)), list({"a": 1}), list({5}),
      list(x for x in "x"), list([1]), list(zip("a", "b")))
for bad in (5, None, 1.5):
    try:
        list(bad)
    except TypeError as e:
        print(e)
