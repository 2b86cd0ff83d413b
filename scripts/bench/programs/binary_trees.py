"""Binary trees: made of many small tuples and instances, walked by recursion, and dropped."""


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def grown(depth):
    if depth == 0:
        return Node(None, None)
    return Node(grown(depth - 1), grown(depth - 1))


def pairs(depth):
    return (None, None) if depth == 0 else (pairs(depth - 1), pairs(depth - 1))


def count(tree):
    left, right = tree
    return 1 if left is None else 1 + count(left) + count(right)


def task(worker, workers, n: int = 14):
    long_lived = grown(n)
    total = 0
    for depth in range(4, n + 1, 2):
        for _ in range(2 ** (n - depth)):
            total += grown(depth).count() + count(pairs(depth))
    return total + long_lived.count()
