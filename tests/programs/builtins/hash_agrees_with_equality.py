print(hash(1) == hash(1.0) == hash(True), hash((1, 2)) == hash((1.0, 2.0)),
      hash("a") == hash("a"), hash(2 ** 80) == hash(2.0 ** 80), hash(()) == hash(()))
for bad in ([], {}, set(), [1], (1, [2])):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
print(isinstance(hash(None), int), hash(None) == hash(None), hash(len) == hash(len),
      hash(int) == hash(int))
