import random
random.seed(42)
print([random.choice("abcdef") for _ in range(8)], random.choice([1]), random.choice((1, 2, 3)),
      random.choice(range(100)))
items = list(range(10))
random.shuffle(items)
print(items)
print(random.sample(range(100), 5), random.sample("abcdef", 3), random.sample([1, 2, 3], 3),
      random.sample(range(10 ** 6), 4), random.sample([1], 0))
