from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p[-1], len(p), list(p), tuple(p), p == (1, 2), p == Point(1, 2), p < Point(1, 3), 2 in p, p != (1, 3))
x, y = p
print(x, y, p._asdict(), p._replace(y=5), Point._make([7, 8]), Point._fields, p + (3,), p.index(2), p.count(1), Point.__name__)
Job = namedtuple("Job", "name priority, tags", defaults=(0, None))
print(Job("a"), Job("b", 5), Job._field_defaults, [job.name for job in sorted([Job("z"), Job("b")])], Job(*["a", 1, 2]))


class Vector(namedtuple("Vector", "a b")):
    def length(self):
        return (self.a**2 + self.b**2) ** 0.5


print(Vector(3, 4).length(), Vector(3, 4), Vector(3, b=4).a, namedtuple("R", "a class a", rename=True)._fields if False else "")
for bad in [
    lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(), lambda: Point(1, x=2), lambda: Job(),
    lambda: namedtuple("P", "a a"), lambda: namedtuple("P", "_a"), lambda: namedtuple("P", "a-b"), lambda: Point._make([1]),
    lambda: namedtuple("P", "a", defaults=(1, 2)),
]:
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(error)
