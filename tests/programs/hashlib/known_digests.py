import hashlib
print(hashlib.sha256(b"").hexdigest())
print(hashlib.sha256(b"abc").hexdigest())
print(hashlib.sha256("héllo".encode()).hexdigest())
print(hashlib.sha256(b"a" * 1000).hexdigest())
print(hashlib.sha256(b"abc").digest(), len(hashlib.sha256(b"x").digest()))
