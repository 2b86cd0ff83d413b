print((5).real, (5).imag, (5).numerator, (5).denominator, True.real, True.numerator, (2**70).real, (1.5).real, (1.5).imag)
print({1: 2}.keys().isdisjoint([3]), {1: 2}.items().isdisjoint([(1, 2)]), {1: 2}.keys().isdisjoint({1}), {1: 2}.keys().isdisjoint(iter([5, 1])))
print([1, 2].__len__(), "abc".__getitem__(1), {"a": 1}.__contains__("a"), (1, 2).__contains__(3), list.__len__([1]), {1, 2}.__len__())
d = {"b": 1, "a": 2}
print(sorted(d, key=d.__getitem__), list(filter({1, 2}.__contains__, [1, 3, 2])), list(map([5, 6].__getitem__, [1, 0, -1])))
print(list(d.__iter__()), list("ab".__iter__()), d.keys().__len__(), range(5).__getitem__(2), b"ab".__getitem__(0))
items = [1, 2, 3]
print(items.__setitem__(0, 5), d.__setitem__("c", 3), items.__delitem__(1), d.__delitem__("b"), items, d)
for act in (lambda: d.__getitem__("z"), lambda: d.__delitem__("z"), lambda: [].__getitem__(0), lambda: [].__len__(1), lambda: (1,).__getitem__(), lambda: {}.keys().isdisjoint()):
    try:
        print(act())
    except (KeyError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
print([(5).real for _ in range(2)], isinstance((3).imag, int))
for name, act in (("real", lambda: "a".real), ("numerator", lambda: (1.5).numerator), ("isdisjoint", lambda: {}.values().isdisjoint([]))):
    try:
        print(act())
    except AttributeError as error:
        print(name, error)
