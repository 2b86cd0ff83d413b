print(len(""), len("é"), len([1, [2, 3]]), len(()), len({1: 2}), len({1, 2}), len(range(5)),
      len(b"abc"), len({}.keys()), len({1: 1}.items()))
for bad in (5, None, 1.5, True, iter([]), len):
    try:
        len(bad)
    except TypeError as e:
        print(e)
