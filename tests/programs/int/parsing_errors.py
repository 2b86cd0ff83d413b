for text in ("", " ", "x", "1.5", "1e5", "1__0", "_1", "1_", "- 1", "--1", "0x10", "1 2",
             "abc" * 3):
    try:
        print(int(text))
    except ValueError as e:
        print(e)
for args in (("9", 8), ("1", 1), ("1", 37), ("g", 16), ("", 16)):
    try:
        print(int(args[0], args[1]))
    except ValueError as e:
        print(e)
for value in (None, [], {}, float("inf"), float("nan")):
    try:
        print(int(value))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    int(5, 10)
except TypeError as e:
    print(e)
