"""globals, locals, vars and dir."""

class A:
    x = 1
    def f(self): pass
a = A(); a.y = 2
print([n for n in dir(a) if not n.startswith("_")], [n for n in dir(A) if not n.startswith("_")], vars(a))
import __main__, sys, math
g = globals()
print("A" in g, g["a"] is a, g is globals(), "zz" in g, __main__.a is a)
g["zz"] = 5
print(zz, "zz" in globals())
def f(p, q=2, *args, **kw):
    r = p + q
    print(locals())
    inner = lambda: r
    s = 1
    del s
    return sorted(vars()), sorted(dir())
print(f(1, 3, 4, k=5))
def outer():
    v = 1
    def inner():
        v
        return locals()
    return inner()
print(outer())
print(ascii("é\n"), format(3.14159, ".2f"), format("x"), format(5, "03d"))
print("sqrt" in dir(math), "append" in dir([]), "upper" in dir(str), "__len__" in dir(list))
class B:
    def __dir__(self): return ["q", "a"]
print(dir(B()))
class C:
    z = 3
    print(sorted(k for k in locals() if not k.startswith("__")))
def h(): pass
h.attr = 1
print("attr" in dir(h), "real" in dir(3))
