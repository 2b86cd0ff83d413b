"""Several contexts in one `with`, in parentheses or not, and star targets everywhere."""


class C:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name, 1, 2

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow


with (C("a") as a, C("b") as (b, *rest)):
    print(a, b, rest)
with (
    C("c"),
    C("d") as [d, *_],
):
    print(d)
with (C("e")) as e, (C("f")):
    print(e)
with (C("g", True), C("h")):
    raise ValueError
with (x := C("i")) as y, C("j", True) as x.value:
    print(x.value, y[0])
    raise KeyError


def outer():
    count = 0

    def inner():
        if True:
            nonlocal count
            for count in range(3):
                global total
                total = count
        with C("k") as (count, *more):
            pass
        return more

    return inner(), count


print(outer(), total)
(first, *middle), last = [1, 2, 3], 4
[*start, end] = "xyz"
for head, *tail in [(1, 2, 3), "ab"]:
    print(head, tail)
print(first, middle, last, start, end, [(h, t) for h, *t in ["pq", (1,)]])
*a, = range(3)
a, *b, c = *a, *start
print(a, b, c)


class Holder:
    pass


holder = Holder()
holder.x, *holder.rest = 1, 2, 3
items = [0, 0]
items[0], *items[1:] = 7, 8, 9
print(holder.x, holder.rest, items)
