class Stack(list):
    limit = 3

    def push(self, item):
        if len(self) >= self.limit:
            raise OverflowError("full")
        self.append(item)
        return self

    @property
    def top(self):
        return self[-1]


s = Stack([1])
s.push(2).push(3)
print(s, len(s), s.top, s[0], s[1:], type(s[1:]).__name__, isinstance(s, list), type(s) is Stack)
try:
    s.push(4)
except OverflowError as error:
    print(error)
s.note = "noted"
print(s.note, s == [1, 2, 3], [1, 2, 3] == s, s != [1], s < [2], sorted(s, reverse=True), sum(s), max(s))
print(s + [4], [0] + s, s * 2, 2 in s, list(reversed(s)), s.index(3), list(map(str, s)))
a, *b = s
print(a, b, *s, [*s, 9], bool(Stack()), Stack() == [])
s += [7]
s *= 2
print(s, type(s).__name__, s.count(7))
s[0] = "first"
del s[1]
s.sort(key=str)
print(s, f"{s}", str(s), repr(s), s.pop())
s[1:2] = (i for i in range(2))
print(s)
for item in s:
    print(item, end=" ")
print()
try:
    hash(s)
except TypeError as error:
    print(error)


class Loud(list):
    def __init__(self, *items):
        super().__init__(items)
        self.log = []

    def __getitem__(self, index):
        self.log.append(index)
        return super().__getitem__(index)

    def __setitem__(self, index, value):
        print("set", index, value)
        super().__setitem__(index, value)

    def append(self, item):
        print("append", item)
        super().append(item)

    def __len__(self):
        return 100

    def __repr__(self):
        return f"Loud({list(self)})"

    def __contains__(self, item):
        return item == "anything"


loud = Loud(1, 2, 3)
loud.append(4)
loud[0] = 9
print(loud[0], loud.log, len(loud), loud, 1 in loud, "anything" in loud, list.__len__(loud))


class Once(list):
    def __iter__(self):
        yield "only"


print(list(Once([1, 2])), tuple(Once([1])), [x for x in Once([5])], Once([1, 2]) == [1, 2])


class Point(tuple):
    __slots__ = ()

    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    def __add__(self, other):
        return Point(self[0] + other[0], self[1] + other[1])

    def __repr__(self):
        return f"Point{tuple(self)}"


p = Point(1, 2)
print(p, p.x, p + (3, 4), p == (1, 2), hash(p) == hash((1, 2)), {p: "p"}[(1, 2)], {(1, 2): "t"}[p])
x, y = p
print(x, y, p[1:], len(p), p < (1, 3), "%s-%s" % p, isinstance(p, tuple), p.count(2))
print(Point(1, 2) is not p, sorted([Point(2, 1), p]), [p, (1, 2)].index((1, 2)))


class Plain(tuple):
    pass


t = Plain([1, 2])
t.extra = 5
print(t, t.extra, Plain(), t + (3,), type(t + ()).__name__, (0,) + t, t * 2)
