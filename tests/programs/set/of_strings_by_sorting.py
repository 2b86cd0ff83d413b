words = {"pear", "fig", "kiwi", "fig"}
print(len(words), sorted(words), "fig" in words, "plum" in words)
words.add("plum")
words.discard("pear")
print(sorted(words), sorted(words & {"kiwi", "x"}), sorted(words, key=lambda word: (len(word), word)), min(words), max(words))
