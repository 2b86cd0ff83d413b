class Res:
    def __enter__(self):
        print("open")
        return self

    def __exit__(self, kind, value, traceback):
        print("close", kind.__name__ if kind else kind)

def g():
    with Res():
        yield 1
        yield 2

it = g()
print(next(it))
it.close()
print(list(g()))
