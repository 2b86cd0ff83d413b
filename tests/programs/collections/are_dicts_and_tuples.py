import json
from collections import Counter, OrderedDict, defaultdict, namedtuple
from typing import NamedTuple

c = Counter("abracadabra")
print(isinstance(c, dict), dict(c), {**c}, json.dumps(c), c["z"], "z" in c, len(c), sorted(c), list(c.items())[:2])
c["new"] += 1
del c["nothing"]
print(c.most_common(2), c + Counter(a=1), c == dict(c), c == Counter(dict(c)), c.get("q"), Counter(a=1) <= Counter(a=2))
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(isinstance(d, dict), d, d == {"a": [1], "b": []}, json.dumps(d), d.get("zz"), dict(d), d.pop("a"), d | {"x": 1})
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(isinstance(o, dict), dict(o), json.dumps(o), o == {"a": 1, "b": 2}, o == OrderedDict(a=1, b=2), list(reversed(o)), o.popitem(last=False))
print(list(OrderedDict.fromkeys("ab", 1).items()), type(o.copy()).__name__, defaultdict(int, x=1)["x"])


class Inventory(Counter):
    def add(self, name, count=1):
        self[name] += count


i = Inventory(apple=2)
i.add("pear")
i.add("apple", 3)
print(i, i.total(), sorted(i.elements()))


class Tree(defaultdict):
    def __init__(self):
        super().__init__(Tree)


t = Tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), "x" in t["a"])

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, isinstance(p, tuple), p == (1, 0), p.x, p[1], p + (2,), hash(p) == hash((1, 0)), {p: "here"}[(1, 0)], *p)
x, y = p._replace(y=5)
print(x, y, p._asdict(), Point._make([7, 8]), Point._fields, len(p), p < (2, 0), json.dumps(p), "%d,%d" % p)
try:
    p.x = 3
except AttributeError as error:
    print(error)
try:
    Point()
except TypeError as error:
    print(error)


class Vector(namedtuple("Vector", ["dx", "dy"])):
    __slots__ = ()

    def length(self):
        return (self.dx**2 + self.dy**2) ** 0.5

    def __add__(self, other):
        return Vector(self.dx + other.dx, self.dy + other.dy)


v = Vector(3, 4) + Vector(0, 0)
print(v, v.length(), max([v, Vector(1, 2)]), sorted([(9, 9), v]))


class Employee(NamedTuple):
    """Who works."""

    name: str
    salary: int = 100

    def raised(self):
        return self._replace(salary=self.salary * 2)


e = Employee("Ada")
print(e, e.raised(), e.name, isinstance(e, tuple), Employee._fields, Employee._field_defaults, Employee("B", salary=3), e[0])
Pair = NamedTuple("Pair", [("left", int), ("right", int)])
print(Pair(1, 2).right, Pair(1, right=3))
