"""Parts of bytes that are not copied."""

b = bytearray(b"abcdef")
m = memoryview(b)
print(m[0], m[1:3].tobytes(), len(m), m.readonly, m.format, m.itemsize, m.nbytes, m.shape, m.strides)
m[0] = 65; m[2:4] = b"XY"; print(b, m[::-1].tobytes(), bytes(m), m.tolist())
try: m[0] = 256
except ValueError as e: print(e)
try: m[0] = "x"
except TypeError as e: print(e)
try: m[10]
except IndexError as e: print(e)
try: m[0:2] = b"x"
except ValueError as e: print(e)
r = memoryview(b"abcd")
try: r[0] = 1
except TypeError as e: print(e)
print(r == b"abcd", b"abcd" == r, hash(r) == hash(b"abcd"), r.hex(), r.obj, 97 in r)
print(r.cast("H").tolist(), r.cast("I")[0])
with memoryview(b"x") as v: print(v[0])
try: v[0]
except ValueError as e: print(e)
try: memoryview("x")
except TypeError as e: print(e)
try: memoryview(3)
except TypeError as e: print(e)
print(b"x" + memoryview(b"y") if False else bytes(memoryview(b"y")), bytearray(memoryview(b"y")), b"".join([memoryview(b"q")]))
c = bytearray(); c += memoryview(b"zz"); c.extend(memoryview(b"!")); print(c)
b[0:2] = memoryview(b"12"); print(b)
