print(b"\x00\xffab".hex(), b"".hex(), bytes.fromhex("00ff 61"), bytes.fromhex(""),
      b"abc".hex("-"), bytes.fromhex("DEADbeef"))
for bad in ("0", "zz", "a b"):
    try:
        bytes.fromhex(bad)
    except ValueError as e:
        print(e)
