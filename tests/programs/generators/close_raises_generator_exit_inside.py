def g():
    try:
        yield 1
    except GeneratorExit:
        print("asked to exit")
        raise
    except Exception:
        print("never")

it = g()
next(it)
it.close()

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

it = stubborn()
next(it)
try:
    it.close()
except RuntimeError as e:
    print(e)
