import reprlib
from collections import deque

VALUES = [
    list(range(100)),
    "x" * 100,
    {n: n * n for n in range(20)},
    set(range(30)),
    frozenset(range(9)),
    (1,),
    tuple(range(8)),
    10**100,
    deque(range(20)),
    [[[[[[[[]]]]]]]],
    set(),
    frozenset(),
    {},
    "short",
]
for value in VALUES:
    print(reprlib.repr(value))

own = reprlib.Repr()
own.maxlist, own.maxstring = 2, 12
print(own.repr([1, 2, 3]), own.repr("a long piece of text"))


class Chain(list):
    @reprlib.recursive_repr()
    def __repr__(self):
        return "<" + "|".join(map(repr, self)) + ">"


chain = Chain([1, "b"])
chain.append(chain)
print(chain)
