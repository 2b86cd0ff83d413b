# The parts of a slice are asked for their `__index__`, the step first.
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("asked", self.value)
        return self.value


items = list(range(10))
print(items[Index(2) : Index(8) : Index(3)])
print("abcdef"[Index(1) :], (1, 2, 3)[: Index(2)], b"abc"[:: Index(-1)], range(5)[Index(1) : 3])
items[Index(1) : Index(4)] = "xy"
print(items)
del items[: Index(6)]
print(items)
print(slice(Index(1), None, Index(2)).indices(5))
print(items.__getitem__(slice(Index(0), 2)))
for part in (object(), 1.0, "1"):
    try:
        items[part:]
    except TypeError as error:
        print(error)


class Wrong:
    def __index__(self):
        return "1"


try:
    items[Wrong() :]
except TypeError as error:
    print(error)


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("ab")

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for hint in (2, NotImplemented, TypeError("no"), ValueError("told"), -1, "two"):
    try:
        print(list(Hinted(hint)))
    except Exception as error:
        print(type(error).__name__, error)
