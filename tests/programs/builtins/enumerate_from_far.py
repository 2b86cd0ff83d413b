for start in [2**62 - 1, 2**63 - 1, 10**30, -10**30, True]:
    print(list(enumerate("ab", start)))
    print(list(enumerate((c for c in "ab"), start)))


def attempt(iterable, start):
    try:
        print(list(enumerate(iterable, start)))
    except TypeError as e:
        print(e)


attempt("ab", 1.0)
attempt("ab", "a")
attempt(5, "a")
attempt(5, 2**70)
attempt((c for c in "ab"), None)
