class A:
    pass

class B(A):
    pass

print(isinstance(1, int), isinstance(True, int), isinstance(1, bool),
      isinstance(1.0, (int, float)), isinstance("a", (int, (str,))), isinstance(B(), A),
      isinstance(A(), B))
print(isinstance([], list), isinstance((), tuple), isinstance({}, dict), isinstance(set(), set),
      isinstance(b"", bytes), isinstance(range(1), range), isinstance(None, type(None)))
print(isinstance(int, type), isinstance(A, type), isinstance(ValueError(), Exception),
      isinstance(1, object), isinstance(A(), object), isinstance("", ()))
for bad in (5, "int", [int]):
    try:
        isinstance(1, bad)
    except TypeError as e:
        print(e)
