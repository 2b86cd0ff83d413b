import random
for seed in (0, 1, 42, 12345678901234567890, -5):
    random.seed(seed)
    print([random.random() for _ in range(3)])
random.seed(7)
for _ in range(1000):
    x = random.random()
print(x)
