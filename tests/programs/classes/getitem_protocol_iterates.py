class Squares:
    def __getitem__(self, i):
        if i >= 4:
            raise IndexError("end")
        return i * i

print(list(Squares()), [x for x in Squares()], sum(Squares()))
for i, s in enumerate(Squares()):
    print(i, s)
a, b, c, d = Squares()
print(a, b, c, d, 9 in Squares())
