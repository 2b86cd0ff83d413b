print(hash(0), hash(1), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 61)))
print(hash(10 ** 30), hash(1.0), hash(0.5), hash(1e100), hash(float("inf")), hash(-0.0))
print(hash(True), hash(False), hash(2.5), hash(-1.0), hash(3) == hash(3.0), hash(0.1))
