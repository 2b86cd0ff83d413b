import functools
import inspect
import types

def f(a, b=2, /, c=3, *args, d, e=5, **kw): "doc\n    more\n      x"; pass
async def co(): pass
def gen(): yield
async def ag(): yield
class A:
    "A class."
    x = 1
    def __init__(self, p, q=1): pass
    def m(self, z): pass
    @classmethod
    def cm(cls, y): pass
    @staticmethod
    def sm(w): pass
    def __call__(self, v): pass
print(inspect.signature(f), inspect.signature(A), inspect.signature(A.m), inspect.signature(A(1).m), inspect.signature(A.cm), inspect.signature(A.sm), inspect.signature(A(1)), inspect.signature(lambda x, *, y=1: 0), inspect.signature(functools.partial(f, 1, e=2)))
for n, p in inspect.signature(f).parameters.items(): print(n, str(p.kind), p.default if p.default is not inspect.Parameter.empty else "EMPTY", p.kind == p.KEYWORD_ONLY, p.name)
s = inspect.signature(f); b = s.bind(1, 2, 3, 4, 5, d=6, z=7); print(b.arguments, b.args, b.kwargs); b = s.bind(1, d=2); b.apply_defaults(); print(b.arguments)
for args, kw in [((), {}), ((1,), {"d": 1, "c": 2}), ((1, 2, 3), {"c": 3, "d": 1})]:
    try: print(s.bind(*args, **kw))
    except TypeError as e: print(e)
try: inspect.signature(lambda a: 0).bind(1, 2)
except TypeError as e: print(e)
try: inspect.signature(lambda a: 0).bind(1, b=2)
except TypeError as e: print(e)
try: inspect.signature(5)
except TypeError as e: print(e)
for o in [f, co, gen, ag, A, A.m, A(1).m, len, 5, types, A(1), functools.partial(co)]:
    print([n for n in ("iscoroutinefunction","isgeneratorfunction","isasyncgenfunction","isclass","isfunction","ismethod","isbuiltin","isroutine","ismodule") if getattr(inspect, n)(o)])
c = co(); print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isgenerator(gen()), inspect.isasyncgen(ag())); c.close()
print(inspect.getdoc(f), inspect.getdoc(A), inspect.cleandoc("  a\n    b\n   c\n"), inspect.getmro(bool))
print([n for n, v in inspect.getmembers(A, inspect.isfunction) if not n.startswith("__")], [n for n, v in inspect.getmembers(A(1)) if not n.startswith("_")])
@functools.wraps(f)
def w(*a): pass
print(inspect.signature(w), inspect.unwrap(w) is f, inspect.getfullargspec(f).args)
