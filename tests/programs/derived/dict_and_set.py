class Defaults(dict):
    def __missing__(self, key):
        self[key] = value = f"made {key}"
        return value


d = Defaults(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d, len(d))


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())


u = Upper()
u["one"] = 1
u.update(two=2)
print(u["ONE"], u["one"], u, dict(u), {**u}, list(u), list(u.items()), u == {"ONE": 1, "two": 2})
try:
    u["missing"]
except KeyError as error:
    print("KeyError", error)


class Config(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.changed = False

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __delitem__(self, key):
        print("deleting", key)
        super().__delitem__(key)


c = Config({"host": "here"}, port=80)
print(c.host, c.port, c.changed, c, hasattr(c, "nothing"))
del c["host"]
print(c, c | {"x": 1}, type(c | {}).__name__, {"y": 2} | c, c.copy(), type(c.copy()).__name__)
c |= {"z": 3}
print(type(c).__name__, c, sorted(c), c.pop("z"), c.setdefault("q", 4), c.keys(), bool(Config()))


def show(**kwargs):
    return sorted(kwargs.items())


print(show(**c))
for key, value in c.items():
    print(key, value)


class Tags(set):
    def add(self, item):
        super().add(item.lower())

    def shout(self):
        return sorted(item.upper() for item in self)


t = Tags(["b"])
t.add("A")
print(t.shout(), "a" in t, len(t), t == {"a", "b"}, sorted(t | {"c"}), t >= {"a"}, repr(Tags()), repr(Tags(["x"])))
t.discard("b")
t |= {"k"}
print(sorted(t), type(t).__name__, sorted(t & {"a"}), isinstance(t, set))


class Made(list):
    def __new__(cls, *args):
        made = super().__new__(cls)
        made.born = True
        return made


print(Made([1, 2]), Made([1]).born)
