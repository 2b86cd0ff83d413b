from collections import namedtuple
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Key:
    a: int
    b: str = "b"


@dataclass
class Plain:
    a: int


@dataclass(eq=False)
class ByIdentity:
    a: int


Point = namedtuple("Point", "x y")
table = {Key(1): "one", Key(2, "c"): "two"}
print(table[Key(1)], Key(2, "c") in table, len({Key(1), Key(1), Key(3)}), hash(Key(1)) == hash((1, "b")))
print({Point(1, 2): "p"}[Point(1, 2)], hash(Point(1, 2)) == hash((1, 2)), len({Point(1, 2), Point(1, 2)}), {(1, 2): 5}[Point(1, 2)])
print(len({timedelta(1), timedelta(hours=24)}), {date(2024, 1, 1): 1}[date(2024, 1, 1)], len({datetime(2024, 1, 1), datetime(2024, 1, 1)}))
print(len({ByIdentity(1), ByIdentity(1)}))
try:
    hash(Plain(1))
except TypeError as error:
    print(error)
