print(["a".ljust(4) + "|", "a".rjust(4), "a".center(4) + "|", "ab".center(5, "*"),
       "abc".center(2), "abcd".center(7, ".")])
print(["7".zfill(3), "-7".zfill(4), "+7".zfill(4), "abc".zfill(2), "".zfill(2), "a".ljust(3, "-"),
       "a".rjust(3, "é")])
print(["a\tb".expandtabs(4), "ab\tc".expandtabs(), "\t".expandtabs(2)])
try:
    "a".center(5, "ab")
except TypeError as e:
    print(e)
