import hashlib
for n in (2047, 2048, 2049, 100000):
    data = bytes([n % 251]) * n
    print(n, hashlib.sha256(data).hexdigest())
chain = b"start"
for _ in range(100):
    chain = hashlib.sha256(chain).digest()
print(chain.hex())
