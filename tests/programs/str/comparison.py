print("a" < "b", "a" < "A", "" < "a", "abc" < "abd", "abc" < "ab", "Z" < "a", "10" < "9",
      "a" == "a")
print(sorted(["b", "A", "a", "B", "", "aa", "é",
              "z"]), max("hello"), min("hello"), max(["aa", "b"]), "é" > "z", "日" > "é")
