"""Classes that say themselves what their instances are made of."""

import copyreg
import pickle


def back(value):
    return pickle.loads(pickle.dumps(value, 5))


class WithState:
    def __init__(self):
        self.kept, self.dropped = 1, 2

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["dropped"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.dropped = "again"


thing = back(WithState())
print(vars(thing))
print(pickle.dumps(WithState(), 5))


class Reduced:
    def __init__(self, a, b):
        print("init", a, b)
        self.a, self.b = a, b

    def __reduce__(self):
        return Reduced, (self.a, self.b)


thing = Reduced(1, [2])
again = back(thing)
print(again.a, again.b, pickle.dumps(thing, 5))
pair = back([thing, thing])
print(pair[0] is pair[1])


class WithEx(Reduced):
    def __reduce_ex__(self, protocol):
        print("protocol", protocol)
        return WithEx, (self.a, self.b), {"c": 3}


again = back(WithEx(5, 6))
print(vars(again))


class Many:
    """A list and a dict in one."""

    def __init__(self):
        self.items, self.pairs = [], {}

    def append(self, item):
        self.items.append(item)

    def extend(self, items):
        print("extend", len(items))
        self.items.extend(items)

    def __setitem__(self, key, value):
        self.pairs[key] = value

    def __reduce__(self):
        return Many, (), None, iter(self.items), iter(self.pairs.items())


many = Many()
many.items = list(range(1001))
many.pairs = {"a": many, "b": 2}
again = back(many)
print(len(again.items), again.pairs["a"] is again, again.pairs["b"], len(pickle.dumps(many, 5)))
many.pairs = {}
for count in (0, 1, 2, 1000, 2000, 2001):
    many.items = list(range(count))
    print(count, len(pickle.dumps(many, 5)))


class Named:
    def __reduce__(self):
        return "NAMED"


NAMED = Named()
print(back(NAMED) is NAMED, pickle.dumps(NAMED, 5))


class Setter:
    def __reduce__(self):
        return Setter, (), {"n": 1}, None, None, set_state


def set_state(object, state):
    print("setter", state)
    object.n = state["n"] + 1


print(back(Setter()).n, pickle.dumps(Setter(), 5))


class Registered:
    def __init__(self, n):
        self.n = n


def take_apart(registered):
    print("taken apart")
    return Registered, (registered.n * 2,)


copyreg.pickle(Registered, take_apart)
print(back(Registered(4)).n)


class Falsy:
    """No state, so that it is given none."""

    def __getstate__(self):
        return None

    def __setstate__(self, state):
        print("never")


print(vars(back(Falsy())))
print(WithState().__reduce_ex__(4)[1:3])
print(Registered(2).__getstate__(), Falsy.__getstate__(Falsy()))


class Base:
    def __init__(self):
        self.x = 1

    def __getstate__(self):
        return {**super().__getstate__(), "from": "base"}


print(vars(back(Base())))


class Hashed:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == other.n


found = back({Hashed(1): "one", Hashed(2): "two"})
print(found[Hashed(1)], found[Hashed(2)], len(found))
found = back({Hashed(1), Hashed(2)})
print(Hashed(2) in found, Hashed(3) in found)
circle = Hashed(7)
circle.all = [circle]
again = back(circle)
print(again.all[0] is again, again.n)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class Both(Slotted):
    def __init__(self):
        self.a, self.b, self.c = 1, 2, 3


again = back(Slotted(5))
print(again.a, hasattr(again, "b"), pickle.dumps(Slotted(5), 5))
again = back(Both())
print(again.a, again.b, again.c, pickle.dumps(Both(), 5))
