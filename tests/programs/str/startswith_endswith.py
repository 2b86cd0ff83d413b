s = "program.py"
print(s.startswith("pro"), s.startswith("gram", 3), s.startswith(""), s.startswith(("a", "p")),
      s.startswith(()))
print(s.endswith(".py"), s.endswith("m", 0, 7), s.endswith(("x", ".py")), s.endswith(""),
      s.startswith("PRO"))
try:
    s.startswith(5)
except TypeError as e:
    print(e)
