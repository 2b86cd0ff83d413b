class C:
    def __repr__(self):
        return "C!"

for value in (1, -1.5, True, None, "a'b", b"x", [1, "a"], (1,), (), {"k": None}, {1}, set(),
              range(2), C(), [C()], int, ValueError("v"), KeyError("k"), 10 ** 20, {}, 0):
    print(repr(value), str(value))
