for s in ("", "abc", "ABC", "Abc", "123", "12a", " ", "a b", "²", "١", "é", "\n", "Title Case",
          "_x1", "1x"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(),
          s.istitle(), s.isidentifier(), s.isdecimal(), s.isnumeric())
