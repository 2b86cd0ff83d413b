print(ord("a"), ord("é"), ord("日"), ord("😀"), ord("\n"), chr(97), chr(233), chr(128512),
      repr(chr(0)))
print([chr(ord("a") + i) for i in range(5)], "".join(chr(ord(c) + 1) for c in "HAL"))
for f in (lambda: ord("ab"), lambda: ord(""), lambda: chr(-1), lambda: chr(0x110000),
          lambda: ord(5), lambda: chr("a")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
