class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        if not isinstance(other, Point):
            return False
        return self.x == other.x and self.y == other.y

    def __repr__(self):
        return f"({self.x}, {self.y})"

p, q = Point(1, 2), Point(1, 2)
print(p == q, p is q, p != q, p == 5, p != 5)
items = [Point(0, 0), q, Point(1, 2)]
print(p in items, items.index(p), items.count(p), Point(9, 9) in items)
items.remove(p)
print(items, [p] == [q], (1, p) == (1, q), {"k": p} == {"k": q})
