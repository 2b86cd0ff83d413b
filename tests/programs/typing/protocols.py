import collections.abc
from abc import abstractmethod
from typing import NamedTuple, Protocol, SupportsFloat, SupportsInt, get_type_hints, runtime_checkable


@runtime_checkable
class Runner(Protocol):
    def run(self, n: int) -> int: ...


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class Both(Runner, Named, Protocol):
    pass


class Silent(Protocol):
    def say(self): ...


class Impl:
    def run(self, n):
        return n


class Explicit(Runner):
    def run(self, n):
        return -n


class Abstract(Protocol):
    @abstractmethod
    def must(self): ...


class Partly(Abstract):
    pass


impl, named = Impl(), Impl()
named.name = "n"
print([isinstance(impl, kind) for kind in (Runner, Named, Both)], [isinstance(named, kind) for kind in (Runner, Named, Both)])
print(issubclass(Impl, Runner), issubclass(int, Runner), isinstance(Explicit(), Runner), Explicit().run(2))
print(isinstance(3, SupportsFloat), isinstance("3", SupportsInt), isinstance([], Runner))
for wrong in [lambda: isinstance(impl, Silent), lambda: Runner(), lambda: Partly(), lambda: runtime_checkable(Impl)]:
    try:
        print(wrong())
    except TypeError as error:
        print(str(error)[:38])


class Point(NamedTuple):
    x: int
    y: float = 0.5


print(get_type_hints(Point), Point(1))
