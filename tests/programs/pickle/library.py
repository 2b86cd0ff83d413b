"""What the library has."""

import pickle
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
from operator import attrgetter, itemgetter
from random import Random
from types import SimpleNamespace
from uuid import UUID

import math


def show(value):
    data = pickle.dumps(value, 5)
    again = pickle.loads(data)
    print(repr(again) == repr(value), type(again) is type(value), data)
    return again


class Longer(deque):
    pass


P = namedtuple("P", "x y")


@dataclass
class D:
    a: int
    b: list = field(default_factory=list)


for value in [
    deque(), deque([1, 2]), deque([1, 2], 3), OrderedDict(a=1), OrderedDict(), defaultdict(list, {1: [2]}), defaultdict(),
    Counter("aab"), ChainMap({1: 2}, {3: 4}), P(1, 2), [P(1, "x"), P],
    datetime(2024, 1, 2, 3, 4, 5, 6), datetime(2024, 1, 2, tzinfo=timezone.utc), date(2024, 1, 2), time(1, 2, 3),
    datetime(2024, 1, 2, fold=1), time(1, 2, fold=1), time(3, tzinfo=timezone.utc),
    timedelta(1, 2, 3), timezone(timedelta(hours=1)), timezone(timedelta(hours=1), "x"), [date(1, 2, 3), date(1, 2, 3)],
    SimpleNamespace(a=1), UUID(int=5), D(1), [D(1), D(2, [3])], math.sqrt, [math.sqrt, len, math.pi], itemgetter(1), attrgetter("a", "b"),
    partial(int, "5", base=8), [int, partial(max, 1)],
]:
    show(value)
longer = Longer([1])
longer.x = 1
print(show(longer).x)
print(show(partial(int, base=8))("17"))
random = Random(1)
random.random()
again = pickle.loads(pickle.dumps(random))
print(again.random() == random.random(), again.randrange(1000) == random.randrange(1000))
