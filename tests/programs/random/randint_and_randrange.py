import random
random.seed(1)
print([random.randint(1, 6) for _ in range(20)])
print([random.randrange(10) for _ in range(10)], [random.randrange(5, 50, 5) for _ in range(8)],
      [random.randrange(10, 0, -3) for _ in range(5)])
print(random.randint(0, 10 ** 30), random.randint(-5, 5), random.randint(3, 3),
      random.randrange(2 ** 64), random.randrange(1))
