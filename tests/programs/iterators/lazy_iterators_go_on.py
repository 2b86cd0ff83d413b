def step(iterator):
    try:
        return next(iterator)
    except StopIteration as stop:
        return ("end", stop.value)
    except Exception as error:
        return type(error).__name__


def numbers():
    yield 1
    yield 0
    yield 2
    return "returned"


# An error in the function is not the end.
for values in ([1, 0, 2], numbers()):
    divided = map(lambda x: 10 // x, values)
    print([step(divided) for _ in range(5)])
kept = filter(lambda x: 10 // x, [1, 0, 2])
print([step(kept) for _ in range(4)])

# A StopIteration in it is.
inner = iter([1, 2])
print(list(map(lambda _: next(inner), range(5))))
inner = iter([1, 2])
print(list(map(next, [inner, inner, inner, inner])))
print(list(filter(lambda x: x < 3 or next(iter(())), [1, 2, 3, 4])))

calls = [3, 0, 2, 1]


def call():
    value = calls.pop(0)
    return 6 // value


until = iter(call, 6)
print([step(until) for _ in range(5)])
inner = iter([1, 2])
print(list(iter(lambda: next(inner), 5)))


class Same:
    def __eq__(self, other):
        print("eq", other)
        return other == 2


source = iter([1, 2, 3])
print(list(iter(source.__next__, Same())))


class Maybe:
    def __init__(self, truth):
        self.truth = truth

    def __bool__(self):
        print("bool", self.truth)
        return self.truth


print(len(list(filter(None, [Maybe(True), Maybe(False)]))))
print(len(list(filter(bool, [Maybe(True), Maybe(False)]))))
print(list(filter(lambda x: Maybe(x > 1), [1, 2])))
print(len(list(filter(Maybe, [True, False]))))


class Sized:
    def __len__(self):
        return 7


def echo():
    got = None
    while True:
        got = yield got


echoing = echo()
next(echoing)
print(list(map(len, [Sized(), "ab"])), list(map(echoing.send, [1, 2])))
print(list(map(max, [1, 5], [4, 2], [3, 3], [0, 9], [2, 2])))
print(list(map(sum, [(x for x in range(3)), [4]])), list(map(sorted, ["ba", (c for c in "dc")])))
print(list(zip((x for x in range(9)), "ab", map(str, range(3)))))
for parts in ((numbers(), [1, 2]), ([1], numbers()), (numbers(), "abc")):
    try:
        print(list(zip(parts[0], parts[1], strict=True)))
    except ValueError as error:
        print(error)
try:
    print(list(zip([1], numbers(), numbers(), strict=True)))
except ValueError as error:
    print(error)
try:
    print(list(zip(numbers(), [1, 2, 3], [1], strict=True)))
except ValueError as error:
    print(error)
counted = enumerate(numbers(), 2**63 - 1)
print(list(counted), step(counted))
