for text, name, errors in (
    ("\xe9\xe0", "ascii", "strict"),
    ("a\u1234\u1235b", "latin-1", "strict"),
    ("a\u1234b\u1235", "latin-1", "strict"),
    ("a\u1234\u1235b\u1234", "cp1252", "strict"),
    ("a\U0001f600", "cp437", "strict"),
    ("a\xe9\u1234\U0001f600b", "ascii", "backslashreplace"),
    ("a\xe9\u1234\U0001f600b", "ascii", "xmlcharrefreplace"),
    ("a\xe9\u1234b", "cp1252", "backslashreplace"),
    ("a\xe9b", "ascii", "surrogateescape"),
    ("a\xe9b", "ascii", "nonsense"),
    ("ab", "ascii", "nonsense"),
    ("a..b", "idna", "strict"),
    ("a" * 64, "idna", "strict"),
    ("a.b.", "idna", "strict"),
    ("a", "idna", "ignore"),
    ("a\xe9\u1234\U00012345\n\t\r\\'\x7f\x00", "unicode_escape", "strict"),
    ("a\xe9\u1234\U00012345\n\\", "raw_unicode_escape", "strict"),
    ("a", "a\0b", "strict"),
):
    try:
        print(name, text.encode(name, errors))
    except (LookupError, ValueError) as error:
        print(type(error).__name__, error)
for data, name, errors in (
    (b"a", "utf-16", "strict"),
    (b"a\0b", "utf-16-be", "strict"),
    (b"\0\xd8a\0", "utf-16-le", "strict"),
    (b"\0\xd8", "utf-16-le", "strict"),
    (b"a\0\0\xd8\0", "utf-16-le", "strict"),
    (b"\0\xdca\0", "utf-16", "strict"),
    (b"\xfe\xff\xdc\x00", "utf-16", "strict"),
    (b"\xff\xfe=\xd8\0\xde", "utf-16", "strict"),
    (b"\0\0\x11\0", "utf-32", "strict"),
    (b"abc", "utf-32", "replace"),
    (b"\0\xd8\0\0", "utf-32-le", "strict"),
    (b"\x81", "cp1252", "strict"),
    (b"a\x81\xffb", "cp1252", "backslashreplace"),
    (b"a\xff\xe2\x82", "utf-8", "backslashreplace"),
    (b"\xff", "ascii", "xmlcharrefreplace"),
    (b"\xff", "idna", "strict"),
    (b"a", "idna", "replace"),
    (b"\xef\xbb\xbfa", "utf-8-sig", "strict"),
    (b"a\\x4", "unicode_escape", "strict"),
    (b"a\\u12", "unicode_escape", "replace"),
    (b"\\U00110000", "unicode_escape", "strict"),
    (b"a\\", "unicode_escape", "strict"),
    (b"\\xzz", "unicode_escape", "replace"),
    (b"\\x41\\u0416\\U0001f600\\n\\8\\q\\07\\400\\\n\\\\\xe9", "unicode_escape", "strict"),
    (b"\\u12", "raw_unicode_escape", "strict"),
    (b"\\U00110000", "raw_unicode_escape", "strict"),
    (b"\\x41\\u0416\\\\u0416\\", "raw_unicode_escape", "strict"),
):
    try:
        print(name, data.decode(name, errors).encode("utf-8"))
    except (LookupError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
