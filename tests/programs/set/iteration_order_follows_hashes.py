print({10, 1, 20}, {100, 50, 3}, {8, 0}, {0, 8}, {16, 8, 0}, {1000, 1, 33}, {-1, 1, -2},
      {63, 64, 65, 1})
s = set()
for i in range(0, 200, 17):
    s.add(i)
print(s)
for i in range(0, 200, 34):
    s.discard(i)
print(s)
print(set(x * x % 101 for x in range(40)))
