class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n

c = Countdown(3)
print(next(c), list(c), list(c), next(c, "done"))
print([x for x in Countdown(4)], tuple(Countdown(2)), sum(Countdown(5)), max(Countdown(3)))
a, b = Countdown(2)
print(a, b, 1 in Countdown(3), sorted(Countdown(3)), list(zip(Countdown(2), Countdown(3))))
