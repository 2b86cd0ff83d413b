words = ["bb", "a", "ccc", "aa", "c", "b", "bbb"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words),
      sorted(words, reverse=True))
pairs = [(1, "x"), (0, "y"), (1, "a"), (0, "b")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True),
      sorted(pairs))
pairs.sort(key=lambda p: p[1])
print(pairs, pairs.sort(reverse=True), pairs)
