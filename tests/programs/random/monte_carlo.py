import random
random.seed(2024)
inside = 0
n = 2000
for _ in range(n):
    x, y = random.random(), random.random()
    if x * x + y * y <= 1:
        inside += 1
print(inside, 4 * inside / n)
rolls = {}
for _ in range(600):
    face = random.randint(1, 6)
    rolls[face] = rolls.get(face, 0) + 1
print(sorted(rolls.items()))
