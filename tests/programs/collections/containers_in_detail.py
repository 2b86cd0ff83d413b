from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
import copy


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


d = deque("abcde", maxlen=4)
d.append("f")
d.appendleft("z")
print(d, d.maxlen, d[0], d[-1], "f" in d, d.index("c"), d.count("c"), len(d), list(reversed(d)))
d.rotate(1)
d.rotate(-3)
d.extend("xy")
d.extendleft("12")
print(d, d.pop(), d.popleft(), d.copy() == d, d + deque("q"), d * 2, deque([1, 2]) < deque([1, 3]))
e = deque([1, 2, 3, 2])
e.remove(2)
e.insert(1, 9)
e.reverse()
del e[0]
e[0] = "new"
print(e, bool(deque()), copy.copy(e), deque([3]) == [3])
tried(lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque(maxlen=-1), lambda: deque("abc", 3).insert(0, "x"), lambda: deque([1]).index(7))
c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sorted(c.elements())[:6], c.total(), c + Counter("aab"), c - Counter("aaaaaaa"), c & Counter("abx"), Counter(a=1) | Counter(a=3, b=0), +Counter(a=-1, b=2), -Counter(a=-1))
c.subtract("aaaaaaa")
c.update({"b": 5}, d=1)
print(c, Counter(a=1) <= Counter(a=2), Counter(a=1, b=0) == Counter(a=1), Counter([1, 1]).copy(), Counter(x=2).pop("x"))
tried(lambda: Counter.fromkeys("ab"), lambda: Counter("a", "b"))
g = defaultdict(list, a=[1])
g["b"].append(2)
print(g, g.get("zz"), "zz" in g, g.default_factory, g.copy(), dict(g), defaultdict(int) | {"a": 1})
tried(lambda: defaultdict()["x"], lambda: defaultdict(5))
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 2
print(nested["x"]["y"], len(nested))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(list(o), o.popitem(), o.popitem(last=False), o == {"b": 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(OrderedDict(x=1, y=2))))
tried(lambda: OrderedDict().popitem(), lambda: o.move_to_end("q"))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
child = m.new_child({"c": 4})
child["a"] = 9
print(m, child, child["b"], list(child), len(child), child.parents == m, child.maps[0], "b" in m, m.get("q", 5), dict(m))
tried(lambda: m.pop("b"), lambda: m["q"], lambda: child.pop("a"))
P = namedtuple("P", "x y z", defaults=[5, 6])
p = P(1, z=2)
print(p, p._replace(x=3), p._asdict(), P._fields, P._field_defaults, P._make("abc"), p == (1, 5, 2), p.index(5), p[1:], P.__name__, hash(p) == hash((1, 5, 2)))
x, *rest = p
print(x, rest, max(P(1), P(2)), namedtuple("R", "a def a", rename=True)._fields, sorted([P(2), P(1, 0)]))
tried(lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(1, w=2), lambda: setattr(p, "x", 2), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class"), lambda: P._make([1]))


class Point(namedtuple("Point", ["x", "y"])):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


print(Point(3, 4).norm, Point(1, 2) + Point(1, 1), isinstance(Point(0, 0), tuple))
match Point(1, 2):
    case Point(x=1, y=y):
        print(y)
