def numbers():
    count = 0
    while True:
        try:
            count += 1
            got = yield count
            print("got", got)
        except ValueError as e:
            print("caught", repr(e))
        except KeyError:
            yield "from a handler"
        finally:
            print("round", count)


g = numbers()
print(next(g), g.throw(ValueError("a")), g.throw(ValueError), g.send("x"))
print(g.throw(KeyError("k")))
print(next(g))
try:
    g.throw(IndexError("out"))
except IndexError as e:
    print(repr(e), e.__context__)
print(next(g, "ended"))
try:
    g.throw(TypeError("late"))
except TypeError as e:
    print("late", e)


def ends():
    try:
        yield 1
    except ValueError:
        return "done"


g = ends()
next(g)
try:
    g.throw(ValueError)
except StopIteration as e:
    print("ends with", e.value)
g = ends()
try:
    g.throw(ValueError("before it began"))
except ValueError as e:
    print(e, list(g))
g = ends()
next(g)
try:
    g.throw(StopIteration(3))
except RuntimeError as e:
    print(e, repr(e.__cause__))
g = ends()
next(g)
try:
    g.throw(GeneratorExit)
except GeneratorExit as e:
    print(repr(e))
for wrong in [3, "x", int, None]:
    try:
        ends().throw(wrong)
    except TypeError as e:
        print(e)
try:
    ends().throw()
except TypeError as e:
    print(e)


def itself():
    try:
        me.throw(ValueError("in itself"))
    except ValueError as e:
        print(e)
    yield 5


me = itself()
print(next(me))


def chained():
    try:
        yield 1
    except KeyError as e:
        raise ValueError("from inside") from e


def manage(generator):
    next(generator)
    try:
        generator.throw(KeyError("cause"))
    except ValueError as e:
        print(repr(e), repr(e.__cause__), e.__cause__.__context__)


manage(chained())
g = chained()
next(g)
try:
    {}["missing"]
except KeyError as e:
    g.throw(e)
