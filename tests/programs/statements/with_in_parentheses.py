from contextlib import nullcontext as n, ExitStack, contextmanager
@contextmanager
def cm(x):
    print("in", x)
    try: yield x
    finally: print("out", x)
with (cm(1) as a, cm(2) as b): print(a, b)
with (cm(1) as a, cm(2) as b,): print(a, b)
with (cm(1), cm(2)): pass
with (cm(3)): pass
with (cm(4)) as c: print(c)
with (
    cm(5) as d,
    cm(6),
): pass
with (cm(1), cm(2)) [0] as z: print(z)
with cm(8) as (f), cm((9, 10)) as (g, h): print(f, g, h)
with (yield_ := cm(3)): print(type(yield_).__name__)
with cm(1) as x, cm(x + 1) as y, cm(x + y) as z: print(x, y, z)
def f():
    with cm(1):
        for i in range(3):
            with cm(i):
                if i == 1: continue
                if i == 2: return i
print(f())
try:
    with cm(1), cm(2): raise ValueError("v")
except ValueError as e: print(e)
