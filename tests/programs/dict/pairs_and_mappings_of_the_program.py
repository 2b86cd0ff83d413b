class Pair:
    def __init__(self, k, v):
        self.k = k
        self.v = v

    def __iter__(self):
        return iter((self.k, self.v))


class Mapping:
    def keys(self):
        print("keys")
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


def pair():
    yield 1
    yield 2


print(dict([Pair(1, 2), Pair(3, 4)]), dict([(0, 1), Pair(1, 2), (3, 4)]), dict([pair()]), dict((pair(),), x=1))
print(dict(Mapping()), dict(Mapping(), a=0, c=1))
d = {"a": 1}
print(d.update(Mapping()), d.update([Pair(5, 6)]), d.update([pair()], b=3), d)
d |= Mapping()
d |= [Pair(7, 8)]
print(d)
for source in ([(1, 2), Pair(1, [3]), [4]], [Pair(1, 2), 5], [map(str, [1, 2, 3])], 5, [5], Pair(1, 2), [Pair([], 1)], object()):
    try:
        print(dict(source))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
