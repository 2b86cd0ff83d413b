class Odd:
    def __eq__(self, other):
        print("eq with", other)
        return "yes" if other else ""

print(repr(Odd() == 1), repr(Odd() == 0), 0 == Odd())
print(Odd() != 1, Odd() != 0)
print(Odd() in [0, 5])
