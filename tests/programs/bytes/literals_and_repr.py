for b in (b"", b"abc", b"it's", b'say "hi"', b"\x00\xff", b"\n\t\\", b"\x7f~", b"a" b"b",
          bytes(3), bytes([65, 66])):
    print(b, len(b), repr(b) == str(b))
print(rb"\n", b'\'"', b"\101")
