"""__del__, weak references, and what depends on them."""

import weakref
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __repr__(self): return f"A({self.n})"
a = A(1)
a = None
print("after 1")
b = A(2)
c = b
del b
print("still")
del c
print("gone")
def f():
    x = A(3)
    print("in f")
f()
print("after f")
def g(): return A(4)
g()
print("after g")
l = [A(5), A(6)]
l.clear()
print("cleared")
r = weakref.ref(A(7))
print(r())
o = A(8)
r = weakref.ref(o, lambda w: print("callback", w is r, w()))
print(r() is o, r)if 0 else print(r() is o)
del o
print(r())
class B: pass
d = weakref.WeakValueDictionary()
x, y = B(), B()
d["x"] = x; d["y"] = y
print(sorted(d), len(d)); del x; print(sorted(d.keys()), "x" in d)
k = weakref.WeakKeyDictionary(); k[y] = 5; print(k[y], len(k))
s = weakref.WeakSet([y]); print(y in s, len(s)); del y; print(len(s), len(k), len(d))
class D:
    def __del__(self): 1/0
D()
print("survived")
p = B(); p.v = 3
q = weakref.proxy(p); print(q.v, weakref.getweakrefcount(p))
q.v = 4; print(p.v)
del p
try: q.v
except ReferenceError as e: print(e)
try: weakref.ref([])
except TypeError as e: print(e)
f2 = weakref.finalize(z := B(), print, "finalized", 1, k=2) if 0 else weakref.finalize(z := B(), print, "finalized", 1)
print(f2.alive); del z; print(f2.alive)
z2 = B(); f3 = weakref.finalize(z2, print, "at exit")
class M:
    def m(self): return "m"
m = M(); w = weakref.WeakMethod(m.m); print(w()()); del m; print(w())
class Res:
    saved = None
    def __del__(self): print("res"); Res.saved = self
rr = Res(); del rr; print(Res.saved is not None); Res.saved = None; print("end res")
def gen():
    t = A("gen"); yield 1; yield 2
gg = gen(); next(gg); del gg; print("after gen")
for i in range(2):
    A(i)
try:
    e = A("exc"); raise ValueError
except ValueError: pass
e = 0
print("x")
last = A("global")
