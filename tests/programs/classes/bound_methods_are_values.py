class Counter:
    def __init__(self):
        self.n = 0

    def add(self, by=1):
        self.n += by
        return self.n

c = Counter()
add = c.add
print(add(), add(5), c.n)
print(Counter.add(c, 10), Counter.add(c))
print(list(map(c.add, [1, 2, 3])))
c.add = lambda by=0: "shadowed"
print(c.add(), add(), Counter.add(c))
print(c.add == c.add, add == add)
