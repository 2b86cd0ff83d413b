"""Parts of an array, and arrays where bytes are taken."""

import array
a = array.array("h", [1, -2, 3])
m = memoryview(a)
print(m.format, m.itemsize, m.tolist(), len(m), m.nbytes, m.readonly)
m[1] = 500; print(a, m[1:].tolist(), bytes(m[:1]))
m[0:2] = array.array("h", [7, 8]); print(a, b"x" + array.array("b", [65]), array.array("H", array.array("b", [1, 2])))
b = m.cast("B"); b[0] = 255; print(a, b[0])
print(m == array.array("h", a), m[::-1].tolist())
