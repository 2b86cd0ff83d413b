# What frames, code objects and generators tell of themselves.
import asyncio
import inspect
import sys
import traceback


def who(depth=1):
    frame = sys._getframe(depth)
    return frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno


def outer(a, b=2):
    c = a + b

    def inner():
        d = c
        here = sys._getframe()
        back = here.f_back
        return here.f_locals["d"], back.f_locals["a"], sorted(back.f_locals), who(), who(2), back.f_back.f_code.co_name

    later = inner()
    e = 1
    return later, e


print(outer(1), who())
print(sys._getframe().f_globals["who"] is who, sys._getframe().f_back, sys._getframe().f_code.co_name)
print(sys._getframe().f_locals is sys._getframe().f_globals or sys._getframe().f_locals["outer"] is outer)
try:
    sys._getframe(5)
except ValueError as e:
    print(e)


class C:
    @staticmethod
    def m(x, /, y, *args, z=1, **kw):
        v = x
        return v

    @property
    def p(self):
        return inspect.currentframe().f_code.co_qualname


code = C.m.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_nlocals)
print(C().p, outer.__code__.co_firstlineno, C.m.__code__.co_firstlineno, (lambda: 0).__code__.co_firstlineno)


def gen():
    got = yield 1
    yield from [got, 3]


async def coro():
    await asyncio.sleep(0)


async def agen():
    yield 1


for f in [who, gen, coro, agen, C.m, lambda *a: 0]:
    print(f.__name__, [bool(f.__code__.co_flags & flag) for flag in (1, 2, 4, 8, 0x20, 0x80, 0x200)])

g = gen()
print(g.gi_code.co_name, g.gi_frame.f_lineno - gen.__code__.co_firstlineno, g.gi_running, inspect.getgeneratorstate(g))
next(g)
print(g.gi_frame.f_lineno - gen.__code__.co_firstlineno, g.gi_yieldfrom, inspect.getgeneratorstate(g), g.gi_suspended)
g.send(2)
print(g.gi_frame.f_lineno - gen.__code__.co_firstlineno, type(g.gi_yieldfrom).__name__)
list(g)
print(g.gi_frame, g.gi_yieldfrom, inspect.getgeneratorstate(g))
h = (inspect.getgeneratorstate(h) for _ in "a")
print(next(h))


async def main():
    c = coro()
    print(inspect.getcoroutinestate(c), c.cr_await, c.cr_running, c.cr_code.co_name)
    task = asyncio.create_task(c)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(c), c.cr_await is not None, c.cr_frame.f_lineno - coro.__code__.co_firstlineno)
    await task
    print(inspect.getcoroutinestate(c), c.cr_frame, c.cr_await)
    a = agen()
    print(a.ag_running, a.ag_code.co_name, await anext(a), a.ag_frame.f_code.co_name)
    await a.aclose()
    print(a.ag_frame)


asyncio.run(main())


def shown():
    stack = traceback.extract_stack()
    print([(frame.name, frame.line) for frame in stack][-2:], len(traceback.extract_stack(limit=1)))
    text = traceback.format_stack(limit=1)[0].splitlines()
    print(text[0].partition(", line ")[2].partition(", ")[2], text[1])
    info = inspect.stack()
    print(info[0].function, info[1].function, info[0].code_context, info[0].index, info[0][3], len(info))
    print(inspect.getframeinfo(sys._getframe())[2:])


shown()


def make(n):
    total = n

    def add(k):
        nonlocal total
        total += k
        return total

    return add


add = make(3)
add(4)
print(add.__closure__[0].cell_contents, add.__code__.co_freevars, make.__closure__, add.__globals__["make"] is make)
print(type(add.__closure__[0]).__name__, add.__globals__["sys"] is sys, globals()["inspect"] is inspect)
print(inspect.getsource(make))
print(inspect.getsource(C.m), inspect.getsourcelines(add)[1] - make.__code__.co_firstlineno)
print(inspect.getsource(C).splitlines()[0], (int | None).__args__)


class Borg:
    shared = {}

    def __init__(self, **more):
        self.before = 1
        self.__dict__ = self.shared
        self.__dict__.update(more)


one, two = Borg(x=1), Borg(y=2)
two.z = 3
print(one.x, one.y, one.z, sorted(vars(two)), one.__dict__ is Borg.shared, hasattr(one, "before"))
try:
    one.__dict__ = 3
except TypeError as e:
    print(e)
