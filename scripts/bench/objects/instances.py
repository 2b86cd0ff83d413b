"""Makes and drops an instance with two attributes a million times."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def task(worker, workers, n: int = 1_000_000):
    total = 0
    for i in range(n):
        point = Point(i, 1)
        total += point.y
    return total
