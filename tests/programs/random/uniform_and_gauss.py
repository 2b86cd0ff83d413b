import random
random.seed(3)
print(random.uniform(1, 2), random.uniform(-5, 5), random.uniform(2, 1), random.uniform(0, 0))
print(random.gauss(0, 1), random.gauss(0, 1), random.gauss(100, 15))
random.seed(3)
print(random.gauss(0, 1), random.random(), random.gauss(0, 1))
