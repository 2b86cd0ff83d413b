print(b"a" + b"b", b"ab" * 2, 2 * b"x", b"a" < b"b", b"a" == b"a", b"a" == "a", b"b" in b"abc",
      97 in b"abc", b"" in b"")
print(hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"a" != b"b", not b"", bool(b"0"), b"abc" > b"ab")
for f in (lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"a" < "b", lambda: "a" in b"a",
          lambda: 256 in b"a"):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
