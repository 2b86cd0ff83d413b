# Each function is a program of its own.


def sending():
    def echo():
        got = yield "ready"
        while got is not None:
            got = yield got * 2
        return "done"

    g = echo()
    print(next(g), g.send(4), g.send("ab"))
    try:
        g.send(None)
    except StopIteration as stop:
        print(stop.value)
    try:
        next(g)
    except StopIteration as stop:
        print(stop.value)
    try:
        echo().send(1)
    except TypeError as error:
        print(error)


def throwing():
    def careful():
        while True:
            try:
                yield "waiting"
            except ValueError as error:
                yield f"caught {error}"
            except GeneratorExit:
                print("closing")
                raise

    g = careful()
    print(next(g), g.throw(ValueError("x")), next(g))
    try:
        g.throw(KeyError("k"))
    except KeyError as error:
        print(repr(error))
    print(list(g))
    g = careful()
    next(g)
    print(g.close(), g.close())

    def stubborn():
        try:
            yield
        except GeneratorExit:
            yield "no"

    g = stubborn()
    next(g)
    try:
        g.close()
    except RuntimeError as error:
        print(error)
    g = careful()
    try:
        g.throw(ValueError("before"))
    except ValueError as error:
        print(error, list(g))


def delegating():
    def inner(n):
        for i in range(n):
            got = yield i
            if got:
                print("inner got", got)
        return n * 10

    def outer():
        first = yield from inner(2)
        second = yield from [7, 8]
        print("results", first, second)
        return (yield from inner(1))

    g = outer()
    print(next(g), g.send("hello"), next(g), next(g), next(g))
    try:
        next(g)
    except StopIteration as stop:
        print(stop.value)

    def guard():
        try:
            yield from inner(3)
        except ValueError as error:
            yield f"outer {error}"

    g = guard()
    print(next(g), g.throw(ValueError("in")), list(g))


def stopping():
    def bad():
        yield 1
        raise StopIteration("inside")

    try:
        print(list(bad()))
    except RuntimeError as error:
        print(error, type(error.__cause__).__name__)

    def running():
        yield next(g)

    g = running()
    try:
        next(g)
    except ValueError as error:
        print(error)

    def finishing():
        try:
            yield 1
        finally:
            print("finally")

    for _ in finishing():
        pass
    g = finishing()
    next(g)
    g.close()
    print(sum(x for x in range(5) if x % 2), [*finishing()], max((x * x for x in (-3, 2)), default=0))


def expressions():
    squares = (x * x for x in range(4))
    print(next(squares), list(squares), list(squares), type(squares).__name__)
    pairs = ((a, b) for a in range(2) for b in "xy" if a or b == "y")
    print(list(pairs), dict((k, v) for k, v in zip("ab", (1, 2))), {c for c in "aab"} == {"a", "b"}, any(x > 2 for x in (1, 3, 1 / 1)))
    late = 5
    g = (late + x for x in range(2))
    late = 10
    print(list(g))
    a, *rest, b = (x for x in range(5))
    print(a, rest, b, *(x for x in "pq"))


for program in (sending, throwing, delegating, stopping, expressions):
    print("#", program.__name__)
    program()
