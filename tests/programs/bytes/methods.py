b = b"one two,three"
print(b.split(), b.split(b","), b.upper(), b.find(b"two"), b.find(b"z"), b.replace(b"o", b"0"),
      b.startswith(b"one"), b.endswith(b"x"))
print(b" a ".strip(), b",".join([b"a", b"b"]), b"aab".count(b"a"), b"ab".isalpha(),
      b"12".isdigit(), b"a".lower(), b"a".ljust(3) + b"|")
