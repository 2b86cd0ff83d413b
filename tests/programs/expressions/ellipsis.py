"""`...` and `Ellipsis`."""


def stub(): ...


class Empty: ...


print(..., Ellipsis, ... is Ellipsis, type(...).__name__, bool(...), repr(...))
print(stub(), Empty.__name__, [..., 1], {...: 1}[...], hash(...) == hash(Ellipsis), ... == ...)


class Grid:
    def __getitem__(self, index):
        return index


print(Grid()[...], Grid()[..., 1:2], Grid()[1, ...])


def default(x=...):
    return "nothing" if x is ... else x


print(default(), default(None), f"{...}", str(...), isinstance(..., type(Ellipsis)))
x = ...
assert x is ...
try:
    ... + 1
except TypeError as error:
    print(error)
