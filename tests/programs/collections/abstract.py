from collections.abc import Callable, Generator, Iterable, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Sized
import collections.abc as cabc
names = ["Hashable","Sized","Container","Iterable","Iterator","Reversible","Collection","Callable","Generator","Awaitable","Coroutine","AsyncIterable","AsyncIterator","AsyncGenerator","Sequence","MutableSequence","Set","MutableSet","Mapping","MutableMapping","KeysView","ItemsView","ValuesView"]
class It:
    def __iter__(self): return iter([1])
class Seq(Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
class NoHash:
    def __eq__(self, o): return True
class Call:
    def __call__(self): pass
async def co(): pass
async def ag(): yield
c = co()
objs = [[], (), {}, set(), frozenset(), "", b"", 5, 1.5, None, range(3), iter([]), (x for x in ()), lambda: 0, len, int, It(), Seq(), NoHash(), Call(), {}.keys(), {}.items(), {}.values(), c, ag(), zip(), enumerate([]), object()]
for o in objs:
    print(type(o).__name__, [n for n in names if isinstance(o, getattr(cabc, n))])
c.close()
s = Seq(1, 2, 3, 2)
print(list(s), 2 in s, s.index(2), s.count(2), list(reversed(s)), isinstance(s, Sequence))
try: s.index(9)
except ValueError as e: print(repr(e))
try: Sequence()
except TypeError as e: print("abstract")
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m["a"] = 1; m.update(b=2, c=3); m.update({"d": 4}); m.update([("e", 5)])
print(dict(m), m.pop("a"), m.pop("z", 9), m.setdefault("q", 7), sorted(m.keys()), sorted(m.items()), sorted(m.values()), "b" in m, m.get("zz"), m == {"b":2}, len(m), m.popitem(), 2 in m.values(), ("b", 2) in m.items(), m.keys() & {"c"})
try: m.pop("nope")
except KeyError as e: print(e)
class L(MutableSequence):
    def __init__(self, a=()): self.a = list(a)
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
    def __setitem__(self, i, v): self.a[i] = v
    def __delitem__(self, i): del self.a[i]
    def insert(self, i, v): self.a.insert(i, v)
l = L(); l.append(1); l.extend([2,3]); l += [4]; l.reverse(); print(list(l), l.pop(), l.pop(0)); l.remove(2); print(list(l)); l.clear(); print(len(l))
class S(MutableSet):
    def __init__(self, a=()): self.s = set(a)
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(sorted(self.s))
    def __len__(self): return len(self.s)
    def add(self, x): self.s.add(x)
    def discard(self, x): self.s.discard(x)
a, b = S([1,2,3]), S([2,3,4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, a == S([3,2,1]), a < S([1,2,3,4]), a.isdisjoint([9]), list(a & [1]), list({5} | a) if False else 0)
a |= [7]; a -= [1]; a &= S([2,7]); print(list(a)); a ^= [7, 8]; print(list(a), a.pop()); a.clear(); print(len(a))
try: a.remove(5)
except KeyError as e: print("KeyError", e)
print(issubclass(list, Iterable), issubclass(dict, Mapping), issubclass(Seq, Sized), issubclass(int, Iterable))
class Gen(Generator):
    def send(self, v): return 5
    def throw(self, *a): raise StopIteration
g = Gen(); print(next(g), g.close(), iter(g) is g)
def f(x: Iterable[int], y: Callable[[int], str]) -> Mapping[str, int]: return 1
print(f(1, 2))
class T(Iterable[int]):
    def __iter__(self): yield 1
print(list(T()))
