class Bag:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

print(len(Bag(3)), bool(Bag(3)), bool(Bag(0)), not Bag(0))
print("yes" if Bag(1) else "no", Bag(0) or "empty")
for bad in (-1, "x", 1.5):
    try:
        len(Bag(bad))
    except ValueError as e:
        print("ValueError", e)
    except TypeError as e:
        print("TypeError", e)
try:
    len(5)
except TypeError as e:
    print(e)
