print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"),
      "abc".replace("z", "y"))
print("abab".replace("ab", "ba"), "aaaa".replace("aa", "a"), "a.b".replace(".", ""),
      "x".replace("x", "xx"), "abc".replace("b", "", 0))
