"""`getattr`, `setattr`, `delattr`, `hasattr` and `vars`."""


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(" and no __dict__")[0])


class A:
    shared = 1

    def __init__(self):
        self.own = 2

    def method(self, x):
        return self.own + x

    @property
    def computed(self):
        return self.own * 10

    @computed.setter
    def computed(self, value):
        self.own = value
        return "ignored"

    @property
    def broken(self):
        raise AttributeError("inside")

    @property
    def fails(self):
        raise ValueError("other")

    @classmethod
    def make(cls):
        return cls()


a = A()
print(getattr(a, "own"), getattr(a, "shared"), getattr(a, "method")(3), getattr(a, "computed"))
print(getattr(A, "shared"), getattr(A, "make")().own, getattr(a, "nothing", "default"))
print(getattr(a, "broken", "default"), getattr(a, "computed", None), hasattr(a, "broken"))
print(hasattr(a, "own"), hasattr(a, "shared"), hasattr(a, "computed"), hasattr(a, "no"), hasattr(1, "real"))
tell(lambda: getattr(a, "fails", 1))
tell(lambda: hasattr(a, "fails"))
tell(lambda: getattr(a, "broken"))
print(setattr(a, "own", 5), a.own, setattr(a, "computed", 7), a.own, a.computed)
for name in ("x" + str(i) for i in range(3)):
    setattr(a, name, name * 2)
print(getattr(a, "x" + "1"), a.x2, vars(a), hasattr(a, "x" + str(7)), hasattr(a, "x0"))
delattr(a, "x" + "0")
tell(lambda: getattr(a, "x" + "0"))
tell(lambda: delattr(a, "x" + "0"))
delattr(a, "own")
tell(lambda: a.own)
tell(lambda: delattr(a, "computed"))
vars(a)["own"] = 3
print(a.own, getattr(a, "own"), a.__dict__ is vars(a))
for index in range(2):
    setattr(A, f"made{index}", lambda self, index=index: (self.own, index))
print(getattr(a, "made" + "1")(), hasattr(A, "made" + "0"), hasattr(A, "made" + "5"))
delattr(A, "made" + "0")
tell(lambda: getattr(a, "made" + "0"))


class B(A):
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return "asked " + name


b = B()
print(getattr(b, "any" + "thing"), getattr(b, "known"), getattr(b, "_x", 0), hasattr(b, "_" + "y"))
print(getattr(b, "broken"), getattr(b, "made" + "1")(), hasattr(b, "zzz" + "z"))


def f():
    pass


setattr(f, "tag", 1)
setattr(f, "t" + "ag2", 2)
print(f.tag, getattr(f, "tag" + "2"), vars(f), hasattr(f, "__name__"), getattr(f, "__name__"))
print(getattr([], "append").__name__, getattr("abc", "up" + "per")(), getattr(3, "real"))
try:
    raise KeyError("k")
except KeyError as error:
    setattr(error, "extra", 1)
    print(error.extra, getattr(error, "args"), vars(error))
tell(lambda: getattr(a, 1))
tell(lambda: getattr(a))
tell(lambda: getattr(a, "x", 1, 2))
tell(lambda: getattr(a, "zz"))
tell(lambda: hasattr(a, 1))
tell(lambda: hasattr(a))
tell(lambda: setattr(a, 1, 2))
tell(lambda: setattr(a, "q"))
tell(lambda: delattr(a, "zz"))
tell(lambda: delattr(a, 1))
tell(lambda: vars(1))
tell(lambda: vars(a, 1))
tell(lambda: setattr(1, "x", 2))
tell(lambda: setattr(int, "x", 2))
tell(lambda: getattr(a, name="x"))
tell(lambda: setattr(1, "zzz", 3))
tell(lambda: delattr(A, "nope"))
tell(lambda: getattr(A, "nope"))
tell(lambda: setattr(object(), "x", 1))
tell(lambda: setattr([], "x", 1))
tell(lambda: getattr(None, "x" + "y"))
print(list(map(lambda name: getattr(a, name, None), ["own", "shared", "none"])))
print(sorted(["computed", "own"], key=lambda name: getattr(a, name)))
