import random
a, b = random.Random(5), random.Random(5)
print(a.random(), a.random(), b.random(), b.random())
random.seed(5)
print(random.random(), a.random(), random.random(), b.random())
c = random.Random(99)
print(c.randint(1, 100), c.choice("xyz"), c.sample(range(10), 3), c.uniform(0, 1), c.gauss(0, 1),
      c.randrange(7))
c.seed(99)
print(c.randint(1, 100))
items = [1, 2, 3, 4, 5]
c.shuffle(items)
print(items)
