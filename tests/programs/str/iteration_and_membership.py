for c in "héy":
    print(c, ord(c))
print(list("abc"), tuple("ab"), sorted("hello"), "".join(reversed("abc")), list(enumerate("ab")))
print("ell" in "hello", "" in "", "x" not in "abc", list(zip("ab", "cd")),
      [c for c in "a1b2" if c.isdigit()])
