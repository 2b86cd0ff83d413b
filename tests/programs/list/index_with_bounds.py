a = [1, 2, 3, 1, 2]
print(a.index(1), a.index(1, 1), a.index(2, 2, 5), a.index(2, -2), a.count(1), a.count(7),
      a.index(True))
for f in (lambda: a.index(3, 3), lambda: a.index(1, 1, 3)):
    try:
        f()
    except ValueError as e:
        print(e)
