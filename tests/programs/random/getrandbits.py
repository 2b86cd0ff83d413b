import random
random.seed(11)
print([random.getrandbits(k) for k in (1, 8, 31, 32, 33, 64, 100)])
print([random.choices([1, 2, 3], k=5)])
