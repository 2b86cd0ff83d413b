# `exec`, `eval` and `compile`: where names are looked up and bound, modes, and what is refused.
import builtins
import threading
import traceback

x = 3
exec("y = x + 1\nprint(y)")
print(y, eval("x * y"), eval(" \tx"), eval(b"x + 1"))

d = {"a": 5, "threading": threading}
exec(
    """
b = a * 2
def f(n):
    global g
    g = n
    return n + b
import math
from collections import deque as queue
c = math.sqrt(16)
print([a + i for i in range(3)], list(x * b for x in (1, 2)), {k: v for k, v in zip("ab", (a, b))})
class C:
    z = a
    def m(self):
        return self.z + b, __name__
e = (lambda: a)()
for a in range(2):
    pass
try:
    1 / 0
except ZeroDivisionError as error:
    pass
del e
i = 1
i += b
with threading.Lock() as file:
    pass
[first, *rest] = "abc"
""",
    d,
)
print(d["b"], d["f"](1), d["g"], d["c"], d["a"], d["file"], d["queue"]([1]), sorted(k for k in d if not k.startswith("__")))
print("__builtins__" in d, builtins.len("abc"), builtins.eval is eval)
d["b"] = 100
print(d["f"](1), d["i"], d["first"], d["rest"])
exec("print(math.floor(c), b)", d)
print(eval("f(2) + h", d, {"h": 1000, "b": 7}))

inner = {}
exec("p = 1\nq = p + a\ndef r(): return a", d, inner)
print(sorted(inner), inner["q"], inner["r"](), "p" in d)
try:
    exec("p = 1\ndef r(): return p\nr()", {}, {})
except NameError as e:
    print(e)


def function(k):
    z = 10
    exec("z = 20; k += 1; print(z, k)")
    return z, k, eval("z + k + x"), eval("[i * z for i in range(k)]", {"z": 2, "k": 3})


print(function(4))


def nested():
    exec("def local(n):\n    return n if n < 2 else n * 2\nprint(local(3))")
    names = {}
    exec("w = 5\nprint(sorted(locals()), 'w' in globals())", globals(), names)
    return names


print(nested())
print(eval("globals()['x']"), eval("sorted(locals())", {"__builtins__": builtins}, {"m": 1}))
exec("exec('n = 6')\nprint(eval('n'), n)", {})

for source in ["1 +", "a b", "x = = 2", "(", "def f(:\n  pass", "return 1", "if x:\npass"]:
    try:
        exec(source, {})
    except SyntaxError as e:
        print("SyntaxError", type(e) is SyntaxError or type(e).__mro__[1] is SyntaxError, e.filename, e.lineno)
for wrong in ["x = 1", "import os", ""]:
    try:
        eval(wrong)
    except SyntaxError as e:
        print("no expression", e.filename)
for bad in [lambda: exec("nope"), lambda: exec("nope", {}), lambda: exec("del nope", {}), lambda: eval("nope")]:
    try:
        bad()
    except NameError as e:
        print(e)
for bad in [
    lambda: exec(1),
    lambda: eval([]),
    lambda: exec("1", 2),
    lambda: eval("1", {}, 3),
    lambda: compile("1", "f", "other"),
    lambda: exec("1\0"),
]:
    try:
        bad()
    except (TypeError, ValueError, SyntaxError) as e:
        print(type(e).__name__, e)

code = compile("q = 7\nq * 2", "<t>", "exec")
print(exec(code), q, code.co_filename, code.co_name)
other = {}
exec(code, other)
print(other["q"])
print(eval(compile("q + 1", "<e>", "eval"), {"q": 1}))
exec(compile("1 + 1", "<s>", "single"))
exec(compile("None", "<s>", "single"))
exec(compile("for i in range(2): i\n", "<s>", "single"))
exec("1 + 1; 'a'")
print(eval("max(1, 2)", {"__builtins__": {}}, {"max": lambda a, b: 42}))
try:
    eval("open('x')", {"__builtins__": {}})
except NameError as e:
    print(e)

source = """
import threading
def work(n):
    with lock:
        out.append(n * n)
threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""
space = {"out": [], "lock": threading.Lock()}
exec(source, space)
print(sorted(space["out"]))

made = []
exec("async def co():\n    return 1\ndef gen():\n    yield from (1, 2)\nmade.extend(gen())\nprint(made)")
exec("def fails():\n    return 1 / 0\n", d)
try:
    d["fails"]()
except ZeroDivisionError:
    print(traceback.format_exc().splitlines()[-2:])
try:
    exec("\n\nraise KeyError('k')")
except KeyError as e:
    last = e.__traceback__.tb_next
    while last.tb_next:
        last = last.tb_next
    print(last.tb_lineno, last.tb_frame.f_code.co_filename, last.tb_frame.f_code.co_name)
total = 0
for i in range(50):
    total += eval("i * i") + eval(f"{i} + 1")
print(total)
exec("x: int = 5\nprint(x)")
exec("def typed(a: int, *, b: 'str' = 'q') -> None:\n    '''Doc.'''\nprint(typed.__doc__, typed.__name__, typed.__module__)")
match = {}
exec("match [1, {'k': 2}]:\n    case [n, {'k': v}]:\n        pass", match)
print(match["n"], match["v"], exec("pass"), (y := eval("(z := 5) + z")), z)
