for text in ("a\u0301", "x\xb7", "\u0301", "caf\xe9", "\u2118", "a\u200d", "_", "1a", "a1", "", "a b", "\u4e2d\u6587", "\u00b2", "a\u00b2", "\u212e", "\u309b", "a\u0660"):
    print(text.encode("unicode_escape"), text.isidentifier())
