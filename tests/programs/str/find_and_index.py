s = "hello hello"
print(s.find("l"), s.find("z"), s.rfind("l"), s.find("l", 4), s.find("l", 4, 8), s.find(""),
      s.find("", 20))
print(s.index("lo"), s.rindex("lo"), s.count("l"), s.count("ll"), s.count(""), s.count("l", 3, 9),
      "aaa".count("aa"))
print(s.find("h", -5), s.find("o", 0, -1), s.rfind("h", 0, 3), "äöü".find("ü"), "日本語".index("本"))
for f in (lambda: s.index("z"), lambda: s.rindex("q")):
    try:
        f()
    except ValueError as e:
        print(e)
