class Counter:
    def __init__(self):
        self.n = 0

    def ticks(self, limit):
        while self.n < limit:
            self.n += 1
            yield self.n

c = Counter()
a, b = c.ticks(5), c.ticks(5)
print(next(a), next(b), next(a), next(b), list(a), list(b), c.n)
