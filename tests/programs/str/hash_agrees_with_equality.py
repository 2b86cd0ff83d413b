a = "ab" + "c"
b = "".join(["a", "bc"])
print(a == b, hash(a) == hash(b), {a: 1}[b], b in {a}, hash("") == hash(str()), a is not None)
