def show(x):
    print("show", x)
    return x * 2

m = map(show, [1, 2, 3])
print("made")
print(next(m), list(m), list(m))
print(list(map(lambda a, b: a + b, [1, 2],
               [10, 20, 30])), list(map(str, range(3))), list(map(len, ["a", "bb"])),
               list(map(int, "123")))
print(sum(map(lambda x: x * x, range(4))), dict(map(lambda x: (x, -x), [1, 2])),
      type(map(str, [])).__name__)
