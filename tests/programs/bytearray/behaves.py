"""What a bytearray does, and where bytes may be one."""

a = bytearray(b"hello")
print(a, len(a), a[0], a[1:3], type(a), a.upper(), a.split(b"l"), a.find(b"l"))
a.append(33); a += b"x"; a[0] = 72; print(a)
print(bytes(a), b"z" + a, a + b"z", type(b"z"+a), a == b"Hello!x", b"Hello!x" == a, a < b"z")
print(b",".join([a, b"q"]), int(bytearray(b"12")), float(bytearray(b"1.5")), str(bytearray(b"q"), "ascii"))
print(b"abc".find(bytearray(b"b")), bytearray(b"b") in b"abc", b"l" in a, 72 in a)
a[1:2] = b"EEE"; print(a); del a[::2]; print(a); del a[0]; print(a)
for x in bytearray(3): print(x)
try: bytearray([256])
except ValueError as e: print(e)
try: a[100]
except IndexError as e: print(e)
try: hash(a)
except TypeError as e: print(e)
try: a["x"]
except TypeError as e: print(e)
print(bytearray("héllo", "utf8").decode(), bytearray.fromhex("ff 00").hex(), isinstance(a, bytearray), isinstance(a, bytes))
import hashlib
print(hashlib.sha256(bytearray(b"x")).hexdigest()[:8])
import pickle, copy
print(pickle.loads(pickle.dumps(bytearray(b"xy"))), copy.copy(a), copy.deepcopy([a]))
print(int.from_bytes(bytearray(b"\x01\x00"), "big"), sorted(bytearray(b"cab")), list(bytearray(b"ab")))
def f(x: bytearray) -> "x": return bool(x)
print(f(bytearray()), f(bytearray(1)), bytearray(b"%d") % 3, bytearray(b"ab")*2)
