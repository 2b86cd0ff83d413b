"""`yield from`: what is sent, thrown and returned goes through."""


def inner(n):
    try:
        got = None
        for i in range(n):
            got = yield i if got is None else (i, got)
        return f"returned {n}"
    except ValueError as error:
        print("inner caught", error)
        got = yield "recovered"
        print("after recovery", got)
        return "from handler"
    finally:
        print("inner finally")


def outer(n):
    result = yield from inner(n)
    print("result", result)
    second = yield from inner(1)
    return result, second


for item in outer(2):
    print(item)
gen = outer(3)
print(next(gen), gen.send("a"), gen.send(None), gen.send("b"))
print(gen.throw(ValueError("thrown")), gen.send("sent"))
try:
    gen.send(5)
except StopIteration as stop:
    print("stop", stop.value)


def over(iterable):
    return (yield from iterable)


for iterable in ([1, 2], (3,), "ab", range(2), {"k": 1}, map(str, [1, 2]), (x for x in "xy"), []):
    print(list(over(iterable)), end=" ")
print()


class Counter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("counted")
        self.n -= 1
        return self.n


class Full(Counter):
    def send(self, value):
        print("send", value)
        return ("sent", value)

    def throw(self, error):
        print("throw", type(error).__name__, error)
        if "stop" in str(error):
            raise StopIteration("thrown out")
        return "thrown"

    def close(self):
        print("close")


class ByIndex:
    def __getitem__(self, index):
        if index == 2:
            raise IndexError
        return index * 10


def tell(iterable):
    result = yield from iterable
    print("result", result)


print(list(tell(Counter(2))), list(tell(ByIndex())), list(tell(over(Counter(1)))))
gen = tell(Full(3))
print(next(gen), gen.send(1), gen.throw(KeyError("k")), next(gen))
try:
    gen.throw(ValueError("stop"))
except StopIteration as stop:
    print("stopped", stop.value)
gen = tell(Full(3))
next(gen)
gen.close()
gen = tell(Counter(3))
next(gen)
try:
    gen.send(1)
except AttributeError as error:
    print(error)
gen = tell(Counter(3))
next(gen)
try:
    gen.throw(KeyError("to the outer"))
except KeyError as error:
    print("KeyError", error)
gen = tell([1, 2])
next(gen)
gen.close()


def deep(n):
    if n == 0:
        got = yield "bottom"
        print("bottom got", got)
        try:
            yield "second"
        except KeyError as error:
            print("bottom caught", error)
            yield "third"
        return "up"
    return (yield from deep(n - 1)) + f" {n}"


gen = deep(4)
print(next(gen), gen.send("x"), gen.throw(KeyError("down")))
try:
    next(gen)
except StopIteration as stop:
    print(stop.value)


def closes(name, inner=None):
    try:
        if inner:
            yield from inner
        else:
            yield name
    except GeneratorExit:
        print("exit", name)
        raise
    finally:
        print("finally", name)


gen = closes("a", closes("b", closes("c")))
print(next(gen))
gen.close()
gen.close()
gen = closes("d", closes("e"))
gen.close()
next(gen, None)


def stubborn():
    while True:
        try:
            yield "again"
        except GeneratorExit:
            print("ignored")
            yield "still"
            return


gen = closes("f", stubborn())
next(gen)
try:
    gen.close()
except RuntimeError as error:
    print(error)


def handles():
    try:
        yield from inner(5)
    except KeyError as error:
        print("outer caught", error)
        yield "outer goes on"


gen = handles()
next(gen)
print(gen.throw(KeyError("k")), list(gen))
gen = handles()
next(gen)
try:
    gen.throw(GeneratorExit())
except GeneratorExit:
    print("left by exit")


def raises():
    yield 1
    raise StopIteration("bad")


try:
    list(over(raises()))
except RuntimeError as error:
    print(error)


def tree(node):
    if isinstance(node, list):
        for child in node:
            yield from tree(child)
    else:
        yield node


print(list(tree([1, [2, [3, [4]], 5], []])), sum(tree([[1, 2], 3])), [*tree([[1], 2])])


def values():
    x = yield from inner(1)
    y = (yield from inner(0)), (yield 7)
    return x, y


gen = values()
print(next(gen), next(gen))
try:
    gen.send("seven")
except StopIteration as stop:
    print(stop.value)
lam = lambda it: (yield from it)
print(list(lam("lam")))


def itself():
    yield from me


me = itself()
try:
    next(me)
except ValueError as error:
    print(error)
try:
    list(over(5))
except TypeError as error:
    print(error)


def fails():
    yield 1
    raise KeyError("deep")


list(over(over(fails())))
