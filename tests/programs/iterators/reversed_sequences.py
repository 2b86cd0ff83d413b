print(list(reversed([1, 2, 3])), "".join(reversed("abc")), list(reversed((1, 2))),
      list(reversed(range(3))), list(reversed({"a": 1, "b": 2})), list(reversed([])))
a = [1, 2, 3]
r = reversed(a)
print(next(r))
a.append(4)
print(list(r), a)

class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10

print(list(reversed(Seq())))
for bad in ({1, 2}, 5, iter([1])):
    try:
        reversed(bad)
    except TypeError as e:
        print(e)
