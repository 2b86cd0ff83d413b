"""`*iterable` and `**mapping` in calls of everything that can be called."""


def show(*args, **kwargs):
    return args, kwargs


class Items:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        print("iter", self.items)
        return iter(self.items)


class Sized(Items):
    def __len__(self):
        print("len")
        return len(self.items)


class ByIndex:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index * 10


class Mapping:
    def __init__(self, **items):
        self.items = items

    def keys(self):
        print("keys")
        return iter(self.items)

    def __getitem__(self, key):
        print("get", key)
        return self.items[key]


def generated(n):
    for i in range(n):
        print("yield", i)
        yield i


print(show(*[1, 2]), show(*(1,)), show(*"ab"), show(*range(3)), show(*{"x": 1}), show(*b"ab"))
print(show(*{5}), show(*{1: 2}.items()), show(*map(str, [1, 2])), show(*zip("ab", "cd")))
print(show(*[]), show(**{}), show(*[], **{}), show(*(), *[], **{}, **{}))
print(show(0, *[1, 2], 3, *(4,), 5), show(*[1], *[2], a=1, **{"b": 2}, c=3, **{"d": 4}))
print(show(*generated(2)))
print(show(9, *generated(1), *generated(2)))
print(show(*Items(1, 2)), show(1, *Items(2), *Items()))
print(show(*Sized(1, 2)), show(0, *Sized(1, 2)))
print(show(*ByIndex()), show(1, *ByIndex()))
print(show(**Mapping(a=1, b=2)), show(x=1, **Mapping(y=2), **{"z": 3}))
print(show(*(x * x for x in range(3))), show(*[x for x in "ab"], **{x: x for x in "cd"}))
print(show(*filter(None, [0, 1, 2])), show(*enumerate("a")), show(*reversed([1, 2])))

print(*[1, 2, 3], sep="-")
print(*range(3), sep=", ", end="!\n")
print(*generated(2), **{"sep": "|"})
print(*[], **{})
print(max(*[1, 5, 2]), min(*generated(3), key=lambda x: -x), max([1, 2], **{"key": lambda x: -x}))
print(sorted(*[[3, 1, 2]], **{"reverse": True}), sum(*[[1, 2], 10]), list(zip(*[[1, 2], [3, 4]])))
print(dict(*[{"a": 1}], **{"b": 2}), dict(**{"x": 1}, y=2), int(*["ff"], **{"base": 16}))
print("{} {a}".format(*["x"], **{"a": 1}), "a,b".split(*[","]), [3, 1].sort(**{"key": abs}))
print(isinstance(*[1, int]), len(*["abc"]), divmod(*(7, 2)), pow(*[2, 3], **{"mod": 5}))


class Point:
    def __init__(self, x, y=0, *more, **named):
        self.all = (x, y, more, named)

    def moved(self, dx, dy=0, **named):
        return self.all, dx, dy, named

    def __call__(self, *args, **kwargs):
        return "called", args, kwargs


print(Point(*[1, 2, 3], **{"a": 4}).all, Point(*[1]).all, Point(**{"x": 5}).all)
point = Point(*generated(2))
print(point.moved(*[1, 2]), point.moved(*[1], **{"dy": 3, "z": 4}), point(*[1], **{"a": 2}))
bound = point.moved
print(bound(*[1]), bound(**{"dx": 1}), Point.moved(*[point, 7]))
print((lambda a, b: a - b)(*[5, 3]), (lambda *a: a)(*"xy", *[1]))


def numbers(start, *rest, step=1):
    for number in (start, *rest):
        yield number * step


print(list(numbers(*[1, 2, 3], **{"step": 2})), list(numbers(*(5,))))


def nested(n):
    def inner(*args):
        return (n, *args)

    return inner(*range(n))


print(nested(3), nested(*[2]))


class Child(Point):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

    def moved(self, *args, **kwargs):
        return "child", super().moved(*args, **kwargs)


print(Child(1, 2, 3, k=4).all, Child(*[9]).moved(*[1], dy=2))


def order(name, value):
    print("evaluate", name)
    return value


show(order("a", 1), *order("b", [2]), order("c", 3), *order("d", [4]), **order("e", {"x": 1}))
order("f", show)(x=order("x", 1), *order("args", [0]), **order("kw", {"y": 2}), z=order("z", 3))
show(*order("first", generated(1)), k=order("k", 1), **order("m", Mapping(q=2)))
show(0, *order("first", generated(1)), k=order("k", 1), **order("m", Mapping(q=2)))

items = [1, 2]
print(show(*items, items.append(3)), show(*items, **{"a": items.append(4)}), items)


def same(*args):
    return args


pair = (1, 2)
print(same(*pair) == pair, same(*[1, 2]) == pair)


def keyword_names(**kwargs):
    return sorted(kwargs)


print(keyword_names(**{"a b": 1, "": 2, "class": 3}))


class Error(ValueError):
    pass


print(repr(Error(*[1, 2])), repr(ValueError(*"ab")))
values = [*map(show, *[[1, 2], [3, 4]])]
print(values)


def deep(n, *args):
    return len(args) if n == 0 else deep(n - 1, *args, n)


print(deep(200))
print(show(*range(300))[0][-1], len(show(**{f"k{i}": i for i in range(300)})[1]))


def stops():
    yield 1
    raise StopIteration("no")


def fails():
    yield 1
    raise KeyError("inside")


for source in (stops, fails):
    try:
        show(*source())
    except Exception as error:
        print(type(error).__name__, error)
    try:
        show(0, *source())
    except Exception as error:
        print(type(error).__name__, error)
