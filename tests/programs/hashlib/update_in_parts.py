import hashlib
h = hashlib.sha256()
h.update(b"hello ")
print(h.hexdigest())
h.update(b"world")
print(h.hexdigest() == hashlib.sha256(b"hello world").hexdigest(), h.update(b""))
print(h.hexdigest())
for n in (55, 56, 63, 64, 65, 119, 120, 127, 128):
    print(n, hashlib.sha256(bytes(range(n))).hexdigest()[:16])
