from dataclasses import KW_ONLY, MISSING, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass
from collections import OrderedDict, defaultdict, namedtuple
from typing import Any, ClassVar, Dict, List, Optional


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int = field(kw_only=True, default=3)
    d: ClassVar[int] = 4


print(Mixed(1), Mixed(1, b=5, c=6), Mixed.d, Mixed.__match_args__)
try:
    Mixed(1, 2)
except TypeError as error:
    print(error)


@dataclass
class WithInit:
    size: InitVar[int]
    scale: InitVar[int] = 2
    area: int = field(init=False)
    kept: int = field(init=False, default=9)

    def __post_init__(self, size, scale):
        self.area = size * scale


w = WithInit(4)
print(w, WithInit(4, 5).area, w.kept, [f.name for f in fields(w)], hasattr(w, "size"), w.scale)


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


versions = [Version(1, 2), Version(0, 9, "x"), Version(1, 0), Version(1, 2, "z")]
print(sorted(versions), Version(1) < Version(2), Version(1) >= Version(1, 0, "l"), max(versions))
try:
    Version(1) < 5
except TypeError as error:
    print(error)
print(Version(1) == 5, Version(1).__eq__(5), Version(1).__lt__(5))


@dataclass
class Node:
    value: int
    children: List["Node"] = field(default_factory=list)
    parent: Optional["Node"] = field(default=None, repr=False, compare=False)


tree = Node(1, [Node(2), Node(3, [Node(4)])])
print(tree, asdict(tree), astuple(tree))
loop = Node(1)
loop.children.append(loop)
print(loop)

Pair = namedtuple("Pair", "a b")


@dataclass
class Holder:
    pair: Pair
    table: Dict[str, Any]
    counts: defaultdict = field(default_factory=lambda: defaultdict(list))


h = Holder(Pair(Node(1), 2), {"n": Node(5), "l": [Node(6)]})
h.counts["q"].append(Node(7))
h.counts = {}
print(asdict(h))
print(asdict(tree, dict_factory=lambda pairs: OrderedDict(sorted(pairs))) == asdict(tree))
print(astuple(Version(1), tuple_factory=list))
copied = asdict(tree)
copied["children"][0]["value"] = 99
print(tree.children[0].value)


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: list = field(default_factory=list, hash=False)


print(hash(Hashed(1)) == hash((1,)), Hashed(1, [1]) == Hashed(1, [2]))
for options, body in [
    ({"unsafe_hash": True}, {"__hash__": lambda self: 5}),
    ({"order": True, "eq": False}, {}),
    ({"order": True}, {"__lt__": lambda self, other: True}),
    ({"weakref_slot": True}, {}),
    ({"slots": True}, {"__slots__": ()}),
]:
    try:
        print(make_dataclass("Made", [("a", int)], namespace=body, **options))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for names in [["a b"], ["a", "a"], [("a",)], [("a", int, 1, 2)]]:
    try:
        make_dataclass("Made", names)
    except TypeError as error:
        print(error)

Made = make_dataclass("Made", [("x", int), ("y", int, field(default=5)), "z"], kw_only=True)
print(Made(x=1, z=2), Made.__name__, Made.__match_args__)
Other = make_dataclass("Other", [("a", int, 0)], bases=(Version,), namespace={"twice": lambda self: self.major * 2})
try:
    print(Other(1))
except TypeError as error:
    print(error)
Third = make_dataclass("Third", [("a", int, 4)], bases=(Version,), namespace={"twice": lambda self: self.major * 2}, frozen=False)
print(Third(3), Third(3).twice(), is_dataclass(Third), isinstance(Third(1), Version))


def attempt(function):
    try:
        function()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def twice_marked():
    @dataclass
    class A:
        _: KW_ONLY
        a: int
        __: KW_ONLY


def without_annotation():
    @dataclass
    class A:
        a = field(default=1)


def factory_of_class():
    @dataclass
    class A:
        a: ClassVar[list] = field(default_factory=list)


def both():
    field(default=1, default_factory=int)


def mutable():
    @dataclass
    class A:
        a: set = set()


for each in [twice_marked, without_annotation, factory_of_class, both, mutable]:
    attempt(each)
f = fields(Version)[1]
print(f.name, f.default, f.default_factory is MISSING, f.init, f.repr, f.hash, f.compare, dict(f.metadata), f.kw_only)
meta = make_dataclass("Meta", [("a", int, field(metadata={"unit": "s"}))])
print(fields(meta)[0].metadata["unit"])


@dataclass
class Explicit:
    a: int

    def __init__(self, a):
        self.a = a * 2

    def __repr__(self):
        return "mine"


print(Explicit(2).a, repr(Explicit(2)))


@dataclass(init=False)
class NoInit:
    a: int = 7


print(NoInit(), NoInit.__init__ is object.__init__)
match Version(3, 1):
    case Version(major, minor):
        print(major, minor)


class Plain:
    def __init__(self):
        self.base = 1


@dataclass
class Child(Plain):
    a: int

    def __post_init__(self):
        super().__init__()


print(Child(3).base, Child.__eq__.__qualname__, Child.__repr__.__name__)
