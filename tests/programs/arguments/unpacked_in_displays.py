"""`*` and `**` in lists, tuples, sets and dicts."""


class Items:
    def __iter__(self):
        print("iter")
        yield 1
        yield 2

    def __len__(self):
        print("len")
        return 2


class Mapping:
    def keys(self):
        print("keys")
        yield "p"
        yield "q"

    def __getitem__(self, key):
        return key + key


def generated(n):
    for i in range(n):
        yield i


a, b = [1, 2], (3, 4)
print([*a], [*a, *b], [0, *a, 9], [*a, 0], [*[]], [*"ab", *range(2)])
print((*a,), (*a, *b), (0, *a, 9), (*(),), (*{"k": 1},))
print(sorted({*a, *b, 1, 2}), {*[]}, {*()} == set(), {*"a"})
print({**{"a": 1}}, {**{"a": 1}, "b": 2}, {"a": 0, **{"a": 1}}, {**{"a": 1}, "a": 0})
print({"x": 1, "y": 2, **{"y": 3, "z": 4}, "x": 5, **{}, **{"w": 6}})
print([*Items()], (*Items(), 3), {*Items()})
print({**Mapping()}, {"p": 1, **Mapping(), "q": 2})
print([*generated(3)], (*generated(2), *generated(1)), {*generated(2)})
print([*{"a": 1, "b": 2}], [*{"a": 1}.values()], [*map(str, a)], [*(x for x in b)])
print([[*a], [*b]], ([*a, (*b, *[*a])]), {**{**{"n": 1}}})

c = *a, *b
print(c)
d = *a,
print(d)
for item in *a, *b:
    print(item, end=" ")
print()
for item in [*a, 7]:
    print(item, end=" ")
for item in {*a}:
    print(item, end=" ")
print()


def returned():
    return *a, 5


def yielded():
    yield *a, 6


print(returned(), list(yielded()))
x, y, z = *a, 3
print(x, y, z)
x, *y = *a, *b
print(x, y)
x, y = *[], *[[], 1]
print(x, y)
x, y = y, *[x]
print(x, y)
[x, (y, *z)] = [*[1], (*b, 5)]
print(x, y, z)

copy = [*a]
copy.append(3)
print(a, copy)
merged = {**{"a": 1}}
merged["b"] = 2
print(merged)
key = {(1, 2): "pair"}
print(key[(*a,)], key[*a])

long = [*range(10), 10, *range(11, 20), 20, 21, 22, 23, 24, 25]
print(long, len((*long, *long)), len({*long, 1, 2, 3, 100}))
print({**{i: i for i in range(20)}, 20: 1, 21: 2, 22: 3, 23: 4, 24: 5, 25: 6, 26: 7, 27: 8, 28: 9})


def order(name, value):
    print(name, end=" ")
    return value


print([order("a", 1), *order("b", [2]), order("c", 3)])
print({order("k", 1): order("v", 2), **order("m", {3: 4}), order("k2", 5): order("v2", 6)})
try:
    print({**order("m", {}), order("k", ()): 1, order("bad", []): order("v", 2), 3: order("w", 3)})
except TypeError as error:
    print(error)


def fails():
    yield 1
    raise ValueError("in the middle")


for make in (lambda: [0, *fails()], lambda: (*fails(),), lambda: {*fails()}):
    try:
        make()
    except ValueError as error:
        print(error)


def local(*args, **kwargs):
    args = [*args, *args]
    kwargs = {**kwargs, "more": [*kwargs]}
    return args, kwargs


print(local(1, 2, a=3))
class Body:
    values = [*a, *b]
    table = {**{"v": values}}


print(Body.values, Body.table)
print(f"{[*a]} {(*b,)!r} {len([*a, *b])}", [*[*[*a]]], [(*p, 0) for p in [a, b]])
{*fails()}
