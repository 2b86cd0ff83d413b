def f():
    pass

class C:
    pass

d = {1: "int", "s": "str", 1.5: "float", None: "none", (1, "t"): "tuple", b"b": "bytes",
     f: "function", C: "class", len: "builtin", int: "type",
     range(3): "range", "t": "last"}
print([d[k] for k in (1, "s", 1.5, None, (1, "t"), b"b", f, C, len, int, range(0, 3), "t")])
