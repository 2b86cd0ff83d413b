a = [1, 2, 3]
a.extend(x for x in a if len(a) < 8)
print(a)


def lengths(container, most):
    for _ in range(most):
        yield len(container) * 10


a = []
a.extend(lengths(a, 3))
a += lengths(a, 2)
print(a)
s = {1}
s.update(lengths(s, 3), lengths(s, 2))
print(sorted(s))


def until_failure():
    yield 1
    yield 2
    raise ValueError("no more")


def pairs():
    yield 1, len(d)
    yield 2, len(d)
    raise ValueError("no more")


a, s, d = [0], {0, 1, 2}, {}
for act in (lambda: a.extend(until_failure()), lambda: s.difference_update(until_failure()), lambda: d.update(pairs())):
    try:
        act()
    except ValueError as error:
        print(error)
print(a, s, d)


def count():
    n = 0
    while True:
        yield n
        n += 1


print({1, 2}.isdisjoint(count()), {0, 1}.issuperset(count()), {5}.isdisjoint([5, []]), 7 in count())
for act in (lambda: set(x if x < 3 else [] for x in count()), lambda: sum(x if x < 3 else None for x in count())):
    try:
        act()
    except TypeError as error:
        print(error)
try:
    d.update([(3, 4), (5, 6, 7)])
except ValueError as error:
    print(error, d)
