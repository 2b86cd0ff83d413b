import random
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0),
          lambda: random.sample([1, 2], 3), lambda: random.randrange(1, 1),
          lambda: random.sample([1], -1),
          lambda: random.randrange(1, 5, 0)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
