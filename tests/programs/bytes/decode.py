print(b"abc".decode(), b"\xc3\xa9".decode("utf-8"), b"\xe9".decode("latin-1"),
      "日".encode().decode() == "日", b"a".decode("ascii"))
for bad, encoding in ((b"\xff", "utf-8"), (b"a\xc3", "utf-8"), (b"\x80", "ascii")):
    try:
        bad.decode(encoding)
    except ValueError as e:
        print(type(e).__name__, e)
print(b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"))
