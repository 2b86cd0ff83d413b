print(["  a b  ".strip(), "  a ".lstrip(), " a  ".rstrip(), "\t\na\r\n".strip(), "".strip()])
print(["xxaxx".strip("x"), "abcabc".strip("abc"), "abcXcba".lstrip("abc"), "abcXcba".rstrip("ab"),
       "aXa".strip("")])
print(["prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removeprefix("y"),
       "  a ".strip(None)])
