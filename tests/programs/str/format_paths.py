class Point:
    kind = "point"

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.parts = [x, {"y": y, "1": "one"}]

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(3, 4.5)
d = {"a": 1, "b c": [10, 20], 5: "five", "-1": "minus", "x.y": "dotted", "p": p}
print("{0[a]} {0[b c][1]} {0[5]} {0[-1]} {0[x.y]}".format(d))
print("{0.x}, {0.y:.3f}, {0.kind!r}, {0.parts[1][y]}".format(p))
print("{p.x:>{d[a]}{d[a]}}|{d[p].parts[0]}|{d[p]!r:>20}|{d[p]}".format(p=p, d=d))
print("{.x} {[0]} {}".format(p, "text", 7), "{0[1]}{0[2]}".format("abc"), "{[1]}".format((1, 2)))
print("{0.__class__.__name__} {0.__class__}".format(p), "{0.args}".format(ValueError(1, "b")))
print("{0.start} {0.stop}".format(range(3, 7)), "{0[1]}".format(range(3, 7)), "{0[0]}".format(b"A"))
print(d["p"].x, range(1).start, range(1).stop)
fields = [
    "{0[c]}", "{0[7]}", "{0.nothing}", "{0[a].x}", "{0[]}", "{0.}", "{0[a}", "{0[a]x}", "{0[a]]}",
    "{1[a]}", "{x[a]}", "{0[p].z}", "{0[a][0]}", "{0[b c][7]}", "{0[b c][x]}", "{0.x.}", "{0..x}",
    "{0[p].kind[0]}", "{0[99999999999999999999]}", "{}{0[a]}", "{0[p].__class__.nothing}", "{.x[}",
    "{0[{]}", "{0[a]!r:{0[a]}}", "{0[a]:{0[b c][0]}d}", "{ 0[a]}", "{0 [a]}", "{0[p].parts[1][1]}",
]
for field in fields:
    try:
        print(field, field.format(d))
    except (KeyError, IndexError, AttributeError, ValueError, TypeError) as e:
        print(field, type(e).__name__, e, repr(e.args))
