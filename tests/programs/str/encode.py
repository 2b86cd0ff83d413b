print("abc".encode(), "é".encode(), "日本".encode("utf-8"), "abc".encode("ascii"),
      "é".encode("latin-1"), len("é😀".encode()))
try:
    "é".encode("ascii")
except ValueError as e:
    print(type(e).__name__, e)
try:
    "a".encode("nonsense")
except LookupError as e:
    print(e)
