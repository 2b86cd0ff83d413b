"""Pickles in files, and picklers of one's own."""

import io
import pickle


file = io.BytesIO()
pickle.dump([1, 2], file, 4)
pickle.dump({"a": 1}, file)
print(len(file.getvalue()) > 30)
file.seek(0)
print(pickle.load(file), pickle.load(file))
try:
    pickle.load(file)
except EOFError as error:
    print("EOFError", error)

# A pickler remembers what it has written before.
shared = ["once"]
file = io.BytesIO()
pickler = pickle.Pickler(file, 5)
pickler.dump(shared)
first = len(file.getvalue())
pickler.dump(shared)
second = len(file.getvalue()) - first
pickler.clear_memo()
pickler.dump(shared)
third = len(file.getvalue()) - first - second
print(first, second, third)
file.seek(0)
unpickler = pickle.Unpickler(file)
one = unpickler.load()
print(one, unpickler.load() is one)


class Safe(pickle.Unpickler):
    def find_class(self, module, name):
        print("find", module, name)
        if module == "builtins" and name in ("range", "complex"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"global '{module}.{name}' is forbidden")


print(Safe(io.BytesIO(pickle.dumps(range(3)))).load())
try:
    Safe(io.BytesIO(pickle.dumps(print))).load()
except pickle.UnpicklingError as error:
    print(error)


class Record:
    def __init__(self, key):
        self.key = key


RECORDS = {"a": Record("a"), "b": Record("b")}


class ById(pickle.Pickler):
    def persistent_id(self, obj):
        return ("record", obj.key) if isinstance(obj, Record) else None


class OfId(pickle.Unpickler):
    def persistent_load(self, pid):
        kind, key = pid
        return RECORDS[key]


file = io.BytesIO()
ById(file, 5).dump([RECORDS["a"], {"x": RECORDS["b"]}, 3])
print(file.getvalue())
file.seek(0)
again = OfId(file).load()
print(again[0] is RECORDS["a"], again[1]["x"] is RECORDS["b"], again[2])


for wrong in (5, "name"):
    for use in (lambda: pickle.dump(1, wrong), lambda: pickle.load(wrong)):
        try:
            use()
        except TypeError as error:
            print(error)


class Written:
    def __init__(self):
        self.parts = []

    def write(self, part):
        self.parts.append(bytes(part))


written = Written()
pickle.dump("text", written, 4)
print(b"".join(written.parts))
