import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, str(error).removesuffix(" 'a'"))


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list = field(default_factory=list)
    secret: int = field(default=7, repr=False, compare=False)
    kind: ClassVar[str] = "thing"

    def total(self, n=2):
        return self.price * n


item = Item("a")
print(item, item == Item("a", secret=8), item != Item("b"), item.total(), Item.kind, Item.price, Item("b", 2, ["t"]))
print(item.tags is Item("a").tags, [each.name for each in fields(item)], asdict(Item("x", tags=[Item("y")])), astuple(item), is_dataclass(Item), is_dataclass(item), is_dataclass(3))
tried(lambda: Item(), lambda: Item("a", 1, [], 2, 3), lambda: Item("a", nope=1), lambda: Item("a", name="b"), lambda: hash(item), lambda: item < item)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


versions = [Version(2), Version(1, 5), Version(1, 2, "x")]
print(sorted(versions), Version(1) == Version(1, note="z"), hash(Version(1)) == hash(Version(1, note="q")), max(versions), {Version(1): "k"}[Version(1)])
tried(lambda: setattr(versions[0], "major", 3), lambda: delattr(versions[0], "major"), lambda: Version(1) < 5, lambda: replace(Version(1), minor=9), lambda: replace(Version(1), nope=1))


@dataclass
class Rect:
    w: int
    h: int
    scale: InitVar[int] = 1
    area: int = field(init=False)
    _: KW_ONLY
    label: str = "r"

    def __post_init__(self, scale):
        self.area = self.w * self.h * scale


print(Rect(2, 3), Rect(2, 3, 10, label="big"), Rect.__match_args__)
tried(lambda: Rect(1, 2, 3, "x"), lambda: Rect(1, 2, area=5))


@dataclass
class Base:
    x: int
    y: int = 2


@dataclass
class Child(Base):
    y: int = 5
    z: int = 6


print(Child(1), Child(1) == Base(1), [each.name for each in fields(Child)], isinstance(Child(1), Base))


@dataclass(slots=True)
class Slotted:
    x: int = 1


@dataclass(eq=False, repr=False)
class Bare:
    x: int


@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: int = field(hash=False, default=0)


tried(lambda: setattr(Slotted(), "y", 1), lambda: Bare(1) == Bare(1), lambda: hash(Hashed(1)) == hash(Hashed(1, 5)), lambda: Hashed.__slots__)
print(Slotted(), hasattr(Slotted(), "__dict__"), repr(Bare(1)).startswith("<"))


def bad_order():
    @dataclass
    class Wrong:
        a: int = 1
        b: int


def mutable():
    @dataclass
    class Wrong:
        a: list = []


def frozen():
    @dataclass(frozen=True)
    class Wrong(Base):
        pass


tried(bad_order, mutable, frozen, lambda: fields(3), lambda: asdict(Item), lambda: field(default=1, default_factory=list))
Made = make_dataclass("Made", [("x", int), ("y", int, field(default=3)), "z"] if False else [("x", int), ("y", int, 3)], namespace={"sum": lambda self: self.x + self.y})
print(Made(1), Made(1).sum(), Made(2) == Made(2))
only = dataclasses.field
print([(each.name, each.default is dataclasses.MISSING, each.init, each.repr, each.kw_only) for each in fields(Rect)])


@dataclass
class Node:
    value: int
    next: "Node" = None

    def __iter__(self):
        node = self
        while node:
            yield node.value
            node = node.next


print(list(Node(1, Node(2))), Node(1, Node(2)))
loop = Node(1)
loop.next = loop
print(loop)
match Version(1, 5):
    case Version(1, minor=m):
        print("minor", m)
print(asdict(Item("d", tags=[1]), dict_factory=lambda pairs: sorted(pairs, key=str)), asdict(Rect(1, 1))["area"])
