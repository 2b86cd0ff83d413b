import struct, array, numbers, copy
from fractions import Fraction as F
for fmt, vals in [("<i", [5]), (">hhl", [1, -2, 3]), ("@bhiq", [1, 2, 3, 4]), ("!BHIQ", [255, 65535, 2**32 - 1, 2**64 - 1]), ("5s", [b"ab"]), ("3sx2c?", [b"abcd", b"x", b"y", True]), ("<fd", [1.5, -2.25]), (">d", [3.14]), ("4p", [b"hello"]), ("=bl", [1, 2]), ("@bl", [1, 2]), ("2i 3b", [1, 2, 3, 4, 5]), ("<e", [1.5]), (">e", [-65504.0]), ("0s", [b""]), ("n", [-1])]:
    p = struct.pack(fmt, *vals); print(fmt, p, struct.calcsize(fmt), struct.unpack(fmt, p))
for fmt, vals in [("i", ["x"]), ("i", [1.5]), ("2i", [1]), ("c", [b"ab"]), ("z", [1]), ("s", ["x"]), ("f", [1e300]), ("f", ["x"]), ("<f", [1e300])]:
    try: print(struct.pack(fmt, *vals))
    except (struct.error, OverflowError) as e: print(fmt, type(e).__name__, e)
try: struct.unpack("i", b"abc")
except struct.error as e: print(e)
print(list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.unpack_from("<H", b"xx\5\0", 2))
b = bytearray(6); struct.pack_into(">H", b, 2, 258); print(b)
try: struct.unpack_from("i", b"abcd", 2)
except struct.error as e: print(e)
s = struct.Struct("<Ih"); print(s.size, s.format, s.pack(1, 2), s.unpack(s.pack(7, -8)))
a = array.array("i", [1, 2, 3]); a.append(4); a.extend([5]); print(a, a[1:3], len(a), a.itemsize, a.typecode, a.tobytes()[:8], sum(a), a.index(3), 2 in a, a + a, a * 2, a == array.array("i", [1, 2, 3, 4, 5]), list(a), a.tolist())
a[0] = 9; a.insert(1, 7); print(a.pop(), a); a.reverse(); a.remove(7); del a[0]; print(a, a.count(9), copy.copy(a), a < array.array("i", [100]))
for act in [lambda: a.append(2**40), lambda: a.append("x"), lambda: a[99], lambda: array.array("B", [256]), lambda: array.array("b", [-129]), lambda: a.remove(77), lambda: a + [1], lambda: array.array("i", "abc"), lambda: array.array("d", ["x"])]:
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
d = array.array("d", [1.5, 2]); f = array.array("f", [0.1]); print(d, f, array.array("u", "héy"), array.array("i"), array.array("B", b"abc")); d.frombytes(b"\0" * 8); print(d); h = array.array("H", [1]); h.byteswap(); print(h, bytes(array.array("h", [1, -1])), memoryview(array.array("i", [1, 2]))[1])
print(F(3, 6), repr(F("0.125")), F("-3/9"), F(1.5), F("1e3"), F(2), F(-1, 3), F(1, 3) + F(1, 6), F(1, 2) - 1, 2 * F(1, 3), F(1, 3) / 2, 1 / F(3, 4), F(7, 2) // 1, F(7, 2) % 1, divmod(F(7, 2), 2), F(1, 2) ** 3, F(2, 3) ** -2, 2 ** F(1, 2), F(1, 2) + 0.5, -F(1, 2), abs(F(-1, 2)), +F(1, 2))
print(F(1, 2) == 0.5, F(1, 2) < 1, F(1, 3) < 0.4, F(3, 2) > F(4, 3), hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), round(F(7, 2)), round(F(22, 7), 2), int(F(-7, 2)), float(F(1, 3)), bool(F(0)), F(22, 7).limit_denominator(3), F(3.14159).limit_denominator(100), F(1, 3).as_integer_ratio(), sorted([F(1, 2), F(1, 3), 0.4]), sum([F(1, 3)] * 3), isinstance(F(1), numbers.Rational), isinstance(5, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(1.5, numbers.Integral), isinstance("x", numbers.Number), issubclass(int, numbers.Complex))
for act in [lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F(None), lambda: F(0) ** -1, lambda: F(1, 2) + "x"]:
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
