import random
for seed in (2 ** 70, 2 ** 32, 2 ** 32 - 1, True, 0, "text", "", b"bytes", 1.5):
    random.seed(seed)
    print(random.random(), random.randint(1, 1000))
