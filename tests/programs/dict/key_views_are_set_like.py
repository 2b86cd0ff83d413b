a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()),
      a.keys() == {"x", "y"})
