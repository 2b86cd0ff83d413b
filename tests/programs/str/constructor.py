class Named:
    def __str__(self):
        return "named"

print(str(5), str(1.0), str(None), str(True), str([1, "a"]), str({"k": (1,)}), str("s"),
      repr(str()), str(Named()))
print(str(b"ab"), str(range(3)), str((1,)), str(()), str({1}), str(set()), str({}), str(10 ** 20),
      str(-0.0))
print(str(ValueError("x")), str(int), str(b"caf\xc3\xa9", "utf-8"))
