"""Instances: attributes read and written, methods that call methods, a subclass and operators."""


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def turned(self):
        return Vector(-self.y, self.x)


class Walker:
    def __init__(self, size):
        self.size = size
        self.position = Vector(0, 0)
        self.direction = Vector(1, 0)
        self.steps = 0

    def step(self):
        target = self.position + self.direction
        if self.may_enter(target):
            self.position = target
            self.steps += 1
        else:
            self.direction = self.direction.turned()

    def may_enter(self, target):
        return abs(target.x) <= self.size and abs(target.y) <= self.size


class Explorer(Walker):
    def __init__(self, size):
        super().__init__(size)
        self.growth = 0

    def may_enter(self, target):
        if not super().may_enter(target):
            self.growth += 1
            self.size += self.growth % 2
            return False
        return True


def task(worker, workers, n: int = 90_000):
    home = Vector(0, 0)
    visits = 0
    walkers = [Walker(3), Explorer(5), Walker(0)]
    for _ in range(n // len(walkers)):
        for walker in walkers:
            walker.step()
            if walker.position == home:
                visits += 1
    places = [(walker.position.x, walker.position.y, walker.steps) for walker in walkers]
    return f"{visits} {places}"
