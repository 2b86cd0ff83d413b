def f():
    global a, b
    a = 1
    def g():
        global c
        c = a + 1
        nonlocal_ = 3
        class K:
            global d
            d = 7
            e = d
        return K.e
    b = g()
f(); print(a, b, c, d)
class M:
    global z
    z = 5
    def z2(self): return z
print(z, M().z2(), hasattr(M, "z"))
def loop():
    global i
    for i in range(3): pass
    global x, y
    with nullcontext(8) as x: pass
    try: 1/0
    except ZeroDivisionError as y: print(repr(y))
    global imported
    from math import floor as imported
    global fn
    def fn(): return 1
    global Kl
    class Kl: pass
    global w
    if (w := 4): pass
    print([w := v for v in range(3)])
    del fn
from contextlib import nullcontext
loop()
print(i, x, imported(2.5), Kl.__name__, Kl.__qualname__, w)
try: y
except NameError as e: print(e)
try: fn
except NameError as e: print(e)
if True:
    global q
    q = 3
print(q)
def outer():
    v = 1
    def inner():
        nonlocal v
        v += 1
        def deepest():
            nonlocal v
            v *= 10
            return v
        return deepest()
    return inner(), v
print(outer())
def shadow():
    a = "local"
    def reads():
        global a
        return a
    return a, reads()
print(shadow())
def aug():
    global counter
    counter += 1
counter = 0
aug(); aug(); print(counter)
exec_ = [None]
for exec_[0] in range(3): pass
print(exec_)
