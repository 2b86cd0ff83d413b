class Key:
    def __init__(self, n):
        self.n = n

a, b = Key(1), Key(1)
d = {a: "a", b: "b"}
print(d[a], d[b], len(d), Key(1) in d, [k.n for k in d])
d[a] = "changed"
print(list(d.values()))
