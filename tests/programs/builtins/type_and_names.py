class C:
    pass

def f():
    yield 1

for value in (1, True, 1.5, "a", b"a", None, [], (), {}, set(), range(1), f, f(), len, C, C(),
              int, print, iter([]), [].append, lambda: 0,
              ValueError("x"), iter(()), iter({}), iter("a"), zip(), map(str, []), enumerate([]),
              filter(None, []), reversed([]), {}.keys(), {}.values(), {}.items()):
    print(type(value).__name__, end=" ")
print()
print(type(1), type("a"), type(None), type([]), int, str, ValueError, type(len), type(f),
      type(type(1)), type(range(1)))
print(type(1) is int, type(C()) is C, type(C) is type, type(True) is int, type(1)("5"))
