# Loops that take tuples apart, or run over generators, and slices that are never objects.
def gen(n):
    for i in range(n):
        yield i, i * i
def chain(n):
    yield from gen(n)
    return 7
for a, b in gen(3): print(a, b)
for a, b in chain(3): print(a, b)
a = b = None
for a, b in zip([1, 2], [3]): pass
print(a, b)
x = [1,2,3,4,5]
for i, v in enumerate(x):
    print(i, v, end=" ")
print()
for i, (p, q) in enumerate(zip(x, x[1:])): print(i, p, q, end=" ")
print()
d = {"a": 1, "b": 2}
for k, v in d.items(): print(k, v)
try:
    for k, v in d.items(): d[k + k] = 1
except RuntimeError as e: print(e)
try:
    for k, v, z in d.items(): pass
except ValueError as e: print(e)
for pair in zip(x, x): print(pair, end=" ")
print()
def f():
    for pair in enumerate("abc"):
        a, b = pair
        print(pair, a, b)
f()
print(x[::-1], x[3:1:-1], x[:2], x[-2:], x[5:7:-1], x[7:2:-1], x[::2], x[::-2], x[1:1])
x[1:3] = x[3:1:-1]; print(x)
x[1:2] = [9, 9, 9]; print(x)
x[::2] = [0] * len(x[::2]); print(x)
x[:2] += [5]; print(x)
try: x[::2] = [1]
except ValueError as e: print(e)
try: x["a":]
except TypeError as e: print(e)
try: x[::0]
except ValueError as e: print(e)
del x[1:3]; print(x)
class I:
    def __index__(self): return 2
print(x[I():], "hello"[I():], "hello"[::-1], (1,2,3)[::-1], b"abc"[1:], "hé"[::-1])
x[I():] = [1]; print(x)
print(f"{1}{'a'}{2.5}{True}{None}{-7:>4}{'z'!r}{10**20}")
class S(str):
    def __format__(self, s): return "F"
    def __str__(self): return "S"
print(f"{S('q')}{S('q')!s}")
def bad():
    yield 1
    raise StopIteration
try:
    for v in bad(): print(v)
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def boom():
    yield 1
    1 / 0
def use():
    for v in boom():
        print(v)
try: use()
except ZeroDivisionError as e: print(e)
g = gen(5)
for a, b in g:
    if a == 1: break
print(next(g))
for a, b in g: print(a)
for v in g: print("no")
def selfrun():
    for v in me: yield v
me = selfrun()
try:
    for v in me: pass
except ValueError as e: print(e)
print([v for v in range(10, 0, -3)], [v for v in range(2**62-2, 2**62+2)], list(range(0)), [v for v in range(-2**62, -2**62 - 3, -1)])
try:
    for a, b in zip([1], iter(int, 1), strict=True): pass
except ValueError as e: print(e)
print([a + b for a, b in zip(range(3), (x for x in range(5)))])
def deep(n):
    if n:
        for v in deep(n - 1): yield v
    else:
        yield 1
print(list(deep(300)))
def handled():
    try: raise KeyError(1)
    except KeyError:
        for v in gen2(): pass
def gen2():
    yield 1
    raise
try: handled()
except KeyError as e: print("re", e)
