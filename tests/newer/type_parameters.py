"""Type parameters and `type` statements."""
from typing import TypeVar
type Number = int | float
type Pair[A, B] = tuple[A, B]
type Tree = list[Tree] | int
print(Number, Number.__name__, repr(Pair))


def first[T](items: list[T]) -> T:
    return items[0]


def named[T: int, *Ts, **P](x: T, *args: *Ts) -> str:
    return f"{T} {T.__name__} {Ts.__name__} {P.__name__}"


class Stack[T]:
    default = 5

    def __init__(self, *items: T):
        self.items = list(items)

    def push(self, item: T) -> None:
        self.items.append(item)

    def kind(self):
        return T

    @staticmethod
    def of[K, V](key: K, value: V) -> "Stack[tuple[K, V]]":
        return Stack((key, value))

    def inner(self):
        def deeper[U](u: U, v=self.default):
            return repr(T), repr(U), v

        return deeper


class Both[T](Stack):
    pass


print(first([1, 2]), named(1))
stack = Stack(1)
stack.push(2)
print(stack.items, repr(stack.kind()), Stack.of("a", 1).items, stack.inner()(1), Both(3).items)


def makes():
    type Local[T] = list[T]
    T = 7

    class Generic[T]:
        def get(self):
            return T

    return Local, T, Generic().get()


print(makes())
type = 5
print(type)
x = lambda: first
print(x()([3]))
