f = frozenset([3, 1, 2, 3])
print(f, frozenset(), len(f), 2 in f, 9 in f, sorted(f), bool(frozenset()), repr(frozenset("a")))
print(f == {1, 2, 3}, {1, 2, 3} == f, f == frozenset((1, 2, 3)), hash(f) == hash(frozenset([2, 3, 1])), f != {1})
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset(range(100))))
print({f: "key"}[frozenset([1, 2, 3])], f in {f}, {1, 2, 3} in {f}, {1} in {f}, {frozenset([1]), frozenset([1])})
print(f | {4}, type(f | {4}).__name__, type({4} | f).__name__, f & {1, 9}, f - {1}, f ^ {1, 7}, f <= {1, 2, 3, 4}, f < f, f >= {1})
print(f.union([5], (6,)), f.intersection({1}), f.difference([1]), f.symmetric_difference([1]), f.issubset([1, 2, 3]), f.issuperset([1]), f.isdisjoint([9]))
print(f.copy() is f, frozenset(f) is f, frozenset({1: 2}), frozenset(x for x in "aab") == {"a", "b"}, set(f), list(f), isinstance(f, frozenset), isinstance(f, set))
try:
    f.add(1)
except AttributeError as error:
    print(error)
g = f
g |= {10}
print(g, f, g is f)
s = {1}
s |= f
s.update(frozenset([50]))
print(sorted(s), s > f, max(f), sum(f), [*f], {frozenset([1, 2]): 1, frozenset([2, 1]): 2})
try:
    frozenset([[]])
except TypeError as error:
    print(error)
print({frozenset(["a", "b"]), frozenset(["b", "a"])} == {frozenset("ab")}, frozenset([frozenset([1])]))


class Tags(frozenset):
    def shown(self):
        return sorted(self)


t = Tags("ba")
print(t.shown(), "a" in t, t == {"a", "b"}, repr(Tags([1])), repr(Tags()), hash(t) == hash(frozenset("ab")))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


print(frozenset([Key(1), Key(1)]), Key(1) in frozenset([Key(1)]), frozenset([Key(2)]) == {Key(2)})
