print({}.fromkeys("ab", 0), {1: 2}.fromkeys([5]), dict.fromkeys({1: 2}))
print(b"".fromhex("4142"), (0).from_bytes(b"\x01\x00", "big"), (0.0).fromhex("0x1p3"), int.from_bytes(b"\x02", "big"))
print("".maketrans("a", "b"), b"".maketrans(b"a", b"b") == bytes.maketrans(b"a", b"b"), str.maketrans({"a": None}))
make = {}.fromkeys
print(make([1, 2], "x"), bool.mro(), int.mro(), ZeroDivisionError.mro(), type.mro(str))


class Own(ValueError):
    pass


print(Own.mro())
