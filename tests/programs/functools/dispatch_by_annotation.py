import collections.abc
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(value):
    return "object"


@show.register
def _(value: int) -> str:
    return "int"


@show.register
def show_list(value: list, more=None):
    return f"list {more}"


@show.register(str)
@show.register(bytes)
def _(value):
    return "text"


@show.register
def _(value: dict):
    return "dict"


@show.register(collections.abc.Sequence)
def _(value):
    return "sequence"


print([show(value) for value in (1, True, [], "s", b"", {}, {1}, (), range(2), None, 1.5)], show([], more=2))
print(show.dispatch(bool) is show.dispatch(int), show_list([1]), show.__name__, sorted(kind.__name__ for kind in show.registry))


class Writer:
    @singledispatchmethod
    def write(self, value):
        return ["?"]

    @write.register
    def _(self, value: int):
        return ["int", self.__class__.__name__]

    @write.register
    def _(self, value: str):
        return ["str"]


print(Writer().write(1), Writer().write("a"), Writer().write(None))
for wrong in [lambda: show(), lambda: show.register(lambda value: 0), lambda: show.register(5)]:
    try:
        print(wrong())
    except TypeError as error:
        print(str(error).partition("<")[0][:48])
