class Managed:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        print("exit", kind, error)


def g():
    with Managed():
        yield 1
    yield 2


def use(generator):
    for x in generator:
        print(x)
        generator.throw(RuntimeError("thrown"))


use(g())
