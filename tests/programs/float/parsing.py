for text in ("1", "1.5", "-2.", ".5", "1e3", "1E-3", "  7.25 ", "inf", "-Infinity", "nan", "1_0.5",
             "1e400", "-1e-400", "0x1", "", "1.5.2", "e5", "1e", "abc", "in f"):
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(e)
print(float(), float(5), float(True), float(10 ** 20), float("1" * 30))
for value in (None, [], "x"):
    try:
        float(value)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
