"""Keys with a `__hash__` and an `__eq__` of the program."""


class Key:
    def __init__(self, a, b=0):
        self.a = a
        self.b = b

    def __hash__(self):
        return hash((self.a, self.b))

    def __eq__(self, other):
        return isinstance(other, Key) and (self.a, self.b) == (other.a, other.b)

    def __repr__(self):
        return f"Key({self.a}, {self.b})"


class Collides:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return 7

    def __eq__(self, other):
        print("eq", self.n, other.n if isinstance(other, Collides) else other)
        return isinstance(other, Collides) and self.n == other.n


table = {Key(1): "one", Key(2): "two"}
print(table[Key(1)], table[Key(2, 0)], Key(1) in table, Key(3) in table, Key(3) not in table)
table[Key(1)] = "ONE"
table[Key(3)] = "three"
print(table, len(table))
del table[Key(2)]
print(table, table.get(Key(1)), table.get(Key(9)), table.get(Key(9), "none"))
print(table.setdefault(Key(1), 0), table.setdefault(Key(4), "four"), table.pop(Key(4)), table.pop(Key(5), None))
for action in (lambda: table[Key(7, 7)], lambda: table.pop(Key(8)), lambda: table.__getitem__):
    try:
        action()
    except KeyError as error:
        print("KeyError", error)
try:
    del table[Key(6)]
except KeyError as error:
    print("KeyError", error)
items = {Key(1), Key(2), Key(1)}
items.add(Key(2))
items.add(Key(3))
items.discard(Key(1))
items.discard(Key(100))
items.remove(Key(2))
print(items, Key(3) in items, len(items))
try:
    items.remove(Key(50))
except KeyError as error:
    print("KeyError", error)
print(hash(Key(1)) == hash((1, 0)), hash((Key(1), 2)) == hash((Key(1), 2)))
pairs = {(Key(1), "x"): 1}
print(pairs[(Key(1), "x")], (Key(2), "x") in pairs, {**table}, dict(table), dict([(Key(1), 2)], k=3))
print({Key(i % 2): i for i in range(5)}, {Key(i % 2) for i in range(5)}, set([Key(1), Key(1)]))
print(len(set(iter([Key(1), Key(2), Key(1)]))), len({*[Key(1), Key(1)]}), dict.fromkeys([Key(1), Key(1)]))
print(len(set(zip([Key(1), Key(1)], "aa"))), len(set(reversed([Key(5), Key(5)]))))
other = {}
other.update(table)
other.update([(Key(1), "new")], z=1)
print(other, other == table, table == dict(table))
more = set()
more.update([Key(1)], [Key(1), Key(2)])
print(len(more), sorted(more, key=lambda k: k.a))

a, b = {Key(1), Key(2)}, {Key(2), Key(3)}
print(len(a | b), a & b, a - b, len(a ^ b), a == {Key(2), Key(1)}, a != b, a == {Key(1), Key(9)})
print(len(a.union(b, [Key(4)])), a.intersection(b), a.difference([Key(1)]), len(set(a)), len(a.copy()))
print(dict(zip([Key(1), Key(2)], "xy"))[Key(2)], len({*reversed([Key(1), Key(1)])}))
print(len(dict.fromkeys(iter([Key(1), Key(1)]))), table != {}, {Key(1): [1]} == {Key(1): [1]})

collected = {Collides(1): "a"}
print(collected[Collides(1)])
collected[Collides(2)] = "b"
print(Collides(3) in collected, len(collected))


class Child(Key):
    def __eq__(self, other):
        return True


class Again(Child):
    __hash__ = Key.__hash__


class Never:
    __hash__ = None


class Wrong:
    def __hash__(self):
        return "no"


class Fails:
    def __hash__(self):
        raise ValueError("no hash")


class Big:
    def __hash__(self):
        return 2**70 + 5


class Minus:
    def __hash__(self):
        return -1


for kind in (lambda: Child(1), lambda: Never(), lambda: Wrong(), lambda: Fails()):
    for use in (hash, lambda key: {key: 1}, lambda key: {key}, lambda key: {}.get(key), lambda key: key in {}):
        try:
            use(kind())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
print(hash(Big()) == hash(2**70 + 5), hash(Minus()), hash(Again(1)) == hash(Key(1)))
memo = {}


def remember(function):
    def wrapper(*args):
        if args not in memo:
            memo[args] = function(*args)
        return memo[args]

    return wrapper


@remember
def cost(key):
    print("computing", key)
    return key.a * 10


print(cost(Key(4)), cost(Key(4)), len(memo))
