import math


class Num:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return int(self.value)

    def __float__(self):
        return float(self.value)

    def __index__(self):
        return int(self.value)

    def __round__(self, ndigits=None):
        return f"rounded to {ndigits}"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __abs__(self):
        return "abs"

    def __neg__(self):
        return "neg"

    def __bool__(self):
        return bool(self.value)


n = Num(3.7)
print(int(n), float(n), round(n), round(n, 2), math.floor(n), math.ceil(n), math.trunc(n))
print(divmod(n, 2), divmod(5, n), abs(n), -n, bool(n), bool(Num(0)))
print([10, 20, 30, 40][n], "abcdef"[n], (1, 2, 3, 4)[n], list(range(n)), hex(n), bin(n), oct(n), chr(Num(65)))
items = [0, 1, 2, 3, 4]
items[n] = "set"
print(items, "abc".center(Num(7), "."), [1, 2].pop(Num(0)))
del items[n]
print(items, range(10)[n], b"abcdef"[n])
for i in range(Num(2)):
    print(i)
items.insert(Num(0), "first")
print(items, math.sqrt(Num(16)))


class OnlyIndex:
    def __index__(self):
        return 5


print(int(OnlyIndex()), float(OnlyIndex()), math.sqrt(OnlyIndex()) > 2)


class Wrong:
    def __int__(self):
        return "x"

    def __index__(self):
        return 1.5

    def __float__(self):
        return 1


for attempt in [lambda: int(Wrong()), lambda: [1][Wrong()], lambda: float(Wrong())]:
    try:
        attempt()
    except TypeError as error:
        print(str(error).replace("Wrong.", ""))
for attempt in [lambda: int(object()), lambda: divmod(object(), 1), lambda: [1][object()], lambda: round(object())]:
    try:
        attempt()
    except TypeError as error:
        print(type(error).__name__)


class Data:
    def __init__(self, items):
        self.items = items

    def __bytes__(self):
        return bytes(self.items)

    def __reversed__(self):
        return iter(self.items[::-1])

    def __len__(self):
        return len(self.items)

    def __contains__(self, item):
        return item in self.items


d = Data([1, 2, 3])
print(bytes(d), list(reversed(d)), len(d), 2 in d, 9 in d)
print((5).__add__(3), (5).__radd__(1), (2.5).__mul__(2), (7).__lt__(8), "a".__add__("b"), (5).__add__("x"), [1].__eq__([1]))
print(int.__add__(1, 2), str.__len__("abc"), (5).__hash__() == hash(5), (1).__eq__("1"), (3).__neg__(), (True).__and__(False))
