print("a b  c".split(), "  a b ".split(), "".split(), "   ".split(), "a,b,,c".split(","),
      "".split(","))
print("a b c d".split(None, 2), "a,b,c".split(",", 1), "a,b,c".split(",", 0), "abc".split("b", -1))
print("a--b--c".split("--"), "a\tb\nc".split(), "a,b,c".rsplit(",", 1), " a b ".rsplit(None, 1))
print("one\ntwo\r\nthree\n".splitlines(), "a\n\nb".splitlines(), "a\nb".splitlines(True),
      "".splitlines())
print("k=v=w".partition("="), "kv".partition("="), "k=v=w".rpartition("="), "kv".rpartition("="))
try:
    "abc".split("")
except ValueError as e:
    print(e)
