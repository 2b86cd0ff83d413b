print(sum([0.1] * 10) < 1.0, sum([0.5] * 4), sum([1, 2.5, 3]), sum([], 0.0), type(sum([1, 2])),
      type(sum([1, 2.0])))
total = 0.0
for i in range(1, 11):
    total += 1 / i
print(total, total * total, -total, +total, abs(-total))
