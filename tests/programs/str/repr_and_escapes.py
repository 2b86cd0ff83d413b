for s in ("a", "it's", 'say "hi"', "both ' and \"", "tab\t", "nl\n", "back\\slash",
          "\x00\x1f\x7f", "é", "\u200b",
          "😀", "\r", "", "\xa0", "\\n"):
    print(repr(s), len(s))
print("\x41\u0042\103", "\\", '\'', "a\
b")
print(r"raw\n", R"\t", "multi" 'quote', """tri"ple""", '''o'k''')
