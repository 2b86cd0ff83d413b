for text in ("0", "12", "-7", "+5", "  42  ", "1_000", "007", "-0", "\t9\n", "٣"):
    print(repr(text), int(text))
print(int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int("-11", 2))
print(int(3.9), int(-3.9), int(True), int(), int(1e20), int("123456789012345678901234567890"))
