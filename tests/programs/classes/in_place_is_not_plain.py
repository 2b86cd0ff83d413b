class Log:
    def __init__(self, entries):
        self.entries = entries

    def __iadd__(self, other):
        self.entries.append(f"+= {other}")
        return self

    def __isub__(self, other):
        self.entries.append(f"-= {other}")
        return self


class Plain(Log):
    def __add__(self, other):
        return Plain(self.entries + [f"+ {other}"])

    def __sub__(self, other):
        return Plain(self.entries + [f"- {other}"])


def local():
    a = Plain([])
    b = a
    a = a + 1
    a = a - 2
    print(a.entries, b.entries)
    a += 3
    a -= 4
    print(a.entries, b.entries)


local()
c = Plain([])
print((c + 1).entries, (c - 1).entries, c.entries)
c += 1
c -= 1
print(c.entries)

for operation in [lambda x: x + 1, lambda x: x - 1]:
    try:
        print(operation(Log([])))
    except TypeError as e:
        print(e)


def reassigned(x):
    try:
        x = x + 1
    except TypeError as e:
        print(e)
    try:
        x = x - 1
    except TypeError as e:
        print(e)
    x += 1
    x -= 1
    print(x.entries)


reassigned(Log([]))
