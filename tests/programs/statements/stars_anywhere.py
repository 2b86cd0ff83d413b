for a, *b in [(1, 2, 3), "xyz"]: print(a, b)
*a, = 1, 2
[*b] = "ab"
(c, [d, *e]), f = (1, [2, 3, 4]), 5
print(a, b, c, d, e, f)
x = [0, 1, 2, 3]
x[0], *x[1:3] = 9, 8, 7
print(x)
class O: pass
o = O()
o.a, *o.b, o.d = 1, 2, 3, 4
print(o.a, o.b, o.d)
for o.i in range(2): pass
for x[0] in "qr": pass
print(o.i, x)
from contextlib import nullcontext
with nullcontext((1, 2, 3)) as (p, *q): print(p, q)
with nullcontext((1, 2)) as [p, q], nullcontext(3) as o.z: print(p, q, o.z)
def f(*args, **kw): return args, kw
print(f(*[1], 2, *(3, 4), x=1, **{"y": 2}, z=3, **{"w": 4}))
print([*range(3), *"ab"], {*[1, 2], 3}, (*a, *b), {**{"a": 1}, "b": 2, **{"a": 3}})
t = *a, 5
print(t)
def g(): return *a, *b
print(g())
def h():
    yield *a, 1
print(list(h()))
print([x for x in (*a, *b)])
for y in *a, *b: print(y, end=" ")
print()
i = {}
i[*a] = 5
i[1, *b] = 6
print(i)
a = b = *c, = [1, 2]
print(a, b, c)
(a), (b, c) = 1, (2, 3)
print(a, b, c)
del a, (b, [c])
try: print(a)
except NameError as e: print(e)
i, i2 = i2, i = 1, 2
print(i, i2)
def k(a, /, b, *, c=3, **d): return a, b, c, d
print(k(1, 2), k(1, b=2, c=5, a=7))
x = y = z = 0
x, y, z = z, x, 1
print(x, y, z)
print((lambda *a, **k: (a, k))(1, *[2], a=3))
