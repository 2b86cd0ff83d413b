print(list(filter(lambda x: x > 1, [0, 1, 2, 3])), list(filter(None, [0, 1, "", "a", [], None,
                                                                      [0]])),
                                                                      list(filter(str.isdigit, "a1b2")))
f = filter(lambda x: print("test", x) or x % 2, [1, 2, 3])
print(next(f), next(f), next(f, "end"))
