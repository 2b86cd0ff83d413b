from collections import OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass


class Colour:
    RED = "red"
    GREEN = "green"


@dataclass
class Point:
    x: int
    y: int = 0


class Plain:
    __match_args__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b


Pair = namedtuple("Pair", "left right")


def values(subject):
    match subject:
        case 1:
            return "one"
        case -2 | 2.5:
            return "minus two or two and a half"
        case "text" "s":
            return "texts"
        case b"bytes":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case Colour.RED:
            return "red"
        case 3 | 4 | 5 as number:
            return f"from three to five: {number}"
    return "nothing"


for subject in 1, 1.0, True, False, 0, None, -2, 2.5, "texts", b"bytes", "red", "green", 4, [1]:
    print(repr(subject), values(subject))


def sequences(subject):
    match subject:
        case []:
            return "empty"
        case [only]:
            return f"one: {only}"
        case (1, second):
            return f"one and {second}"
        case [[a, b], [c, d]]:
            return f"square {a} {b} {c} {d}"
        case 2, *rest:
            return f"two and {rest}"
        case [*_, "last"]:
            return "something and last"
        case [first, *middle, "end"] if middle:
            return f"{first} {middle} end"
        case [_, _, third, *_]:
            return f"third {third}"
        case [*all]:
            return f"all {all}"
        case str() | bytes():
            return "text"
        case _:
            return "no sequence"


for subject in (
    [], (), [5], (1, 2), [[1, 2], (3, 4)], [2], (2, 3, 4), ["x", "last"], ["a", "b", "c", "end"], ["a", "end"],
    range(4), "ab", b"ab", {1, 2}, {1: 2}, deque([1, 7]), Pair(1, 8), None, iter([1]), [1, 2, 3, 4],
):
    print(sequences(subject))


def mappings(subject):
    match subject:
        case {"kind": "point", "x": x, "y": y}:
            return f"point {x} {y}"
        case {"kind": str(kind), **rest}:
            return f"{kind} {rest}"
        case {1: one, Colour.GREEN: green}:
            return f"{one} {green}"
        case {"deep": {"list": [first, *_]}}:
            return f"deep {first}"
        case {}:
            return "some mapping"
        case _:
            return "no mapping"


counts = defaultdict(int, kind="count")
for subject in (
    {"kind": "point", "x": 1, "y": 2, "z": 3}, {"kind": "line", "length": 4}, {"kind": 5}, {1: "a", "green": "b"},
    {"deep": {"list": (7, 8)}}, {"deep": {"list": []}}, {}, [], counts, OrderedDict(kind="ordered", a=1),
):
    print(mappings(subject))
match counts:
    case {"missing": value}:
        print("never", value)
    case _:
        print(len(counts))


def classes(subject):
    match subject:
        case bool():
            return "bool"
        case int(number) if number > 100:
            return f"large {number}"
        case int() | float():
            return f"number {subject}"
        case str(text):
            return f"text {text}"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return f"on the axis at {x}"
        case Point(x=x, y=y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "point"
        case Plain(1, b=b):
            return f"plain {b}"
        case Plain(a, [b, *_]):
            return f"plain with a list {a} {b}"
        case Pair(left, right):
            return f"pair {left} {right}"
        case object(real=real):
            return f"real {real}"
        case list([first, _]) | tuple((first, _)):
            return f"two, the first is {first}"
        case dict(items):
            return f"dict {items}"
        case ValueError(args=[message]):
            return f"error {message}"
        case object():
            return type(subject).__name__


for subject in (
    True, 500, 5, 2.5, "t", Point(0), Point(3), Point(4, 4), Point(1, 2), Plain(1, 2), Plain(2, [3, 4]), Plain(2, 2),
    Pair("l", "r"), [1, 2], (3, 4), [1], {"a": 1}, ValueError("v"), ValueError(), None,
):
    print(classes(subject))


def bindings(subject):
    # Nothing is bound by a pattern that fails, and what was is kept if a guard does.
    a = b = "before"
    match subject:
        case [a, 1]:
            return "first", a, b
        case [a, b] if a == b:
            return "second", a, b
        case {"a": a, "b": [b, 2]}:
            return "third", a, b
    return "none", a, b


for subject in [5, 1], [5, 5], [6, 7], {"a": 1, "b": [3, 2]}, {"a": 1, "b": [3, 3]}:
    print(bindings(subject))


def alternatives(subject):
    match subject:
        case [("add" | "plus") as op, x, y] | {"op": op, "args": [x, y]}:
            return op, x, y
        case (("up" | "down") as way, int(n)) | (int(n), ("up" | "down") as way):
            return way, n
        case [Point(x=0) as point, *others] if (count := len(others)):
            return point, count
        case other:
            return other


for subject in ["plus", 1, 2], {"op": "sub", "args": (3, 4)}, ("up", 3), (3, "down"), [Point(0), 1, 2], [Point(0)]:
    print(alternatives(subject))
