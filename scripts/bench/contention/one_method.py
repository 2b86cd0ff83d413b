"""Calls a method of one object that all threads share, and reads its attribute there."""


class Scale:
    def __init__(self, factor):
        self.factor = factor

    def weigh(self, number):
        return number * self.factor


scale = Scale(3)


def task(worker, workers, n: int = 500_000):
    total = 0
    for i in range(n):
        total += scale.weigh(i)
    return total
