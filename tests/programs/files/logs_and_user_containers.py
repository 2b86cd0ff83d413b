from collections import UserDict, UserList, UserString
from functools import singledispatchmethod
import copy, logging, os, tempfile
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = U(a=1); u["b"] = 2; u.update({"c": 3}); print(u, dict(u), len(u), "A" in u, u.get("Z"), u | {"d": 4}, u == {"A": 1, "B": 2, "C": 3}, list(u.items()))
l = UserList([3, 1]); l.append(2); l.sort(); print(l, l[1:], l + [9], l == [1, 2, 3], 2 in l, l * 2, l.index(3), len(l), type(l[0:1]).__name__)
s = UserString("abc"); print(s, s.upper(), s + "d", s == "abc", s[1], len(s), "b" in s, s.replace("a", "x"), s.split("b"), hash(s) == hash("abc"))
class A:
    @singledispatchmethod
    def f(self, x): return ("any", x)
    @f.register(int)
    def _(self, x): return ("int", x)
    @f.register(str)
    def _(self, x): return ("str", x)
print(A().f(1), A().f("x"), A().f(1.5))
d = tempfile.mkdtemp(); name = os.path.join(d, "x.log")
logging.basicConfig(filename=name, level=logging.INFO, format="%(levelname)s %(message)s", filemode="w")
logging.info("one"); logging.debug("no"); logging.getLogger("q").error("two %s", 5)
logging.shutdown()
print(open(name).read())
from logging.handlers import RotatingFileHandler, MemoryHandler
log = logging.getLogger("rot"); log.propagate = False; log.setLevel(10)
h = RotatingFileHandler(os.path.join(d, "r.log"), maxBytes=60, backupCount=2); h.setFormatter(logging.Formatter("%(message)s")); log.addHandler(h)
for i in range(12): log.info("message number %d", i)
h.close()
for n in sorted(os.listdir(d)): print(n, repr(open(os.path.join(d, n)).read()))
import shutil; shutil.rmtree(d)
