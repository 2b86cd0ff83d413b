import hashlib

def mine(text, zeros):
    n = 0
    while True:
        digest = hashlib.sha256(f"{text}{n}".encode()).hexdigest()
        if digest.startswith("0" * zeros):
            return n, digest
        n += 1

print(mine("block", 2))
