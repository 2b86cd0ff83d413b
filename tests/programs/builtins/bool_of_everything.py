for value in (0, 1, -1, 0.0, -0.0, 0.1, "", " ", "False", b"", [], [None], (), (0,), {}, {0: 0},
              set(), range(0), range(1), None, len, int, 10 ** 30, float("nan")):
    print(bool(value), end=" ")
print()
print(bool(), bool("False"), not [], not None, True + True, bool(ValueError()))
