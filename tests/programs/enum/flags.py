from enum import Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R, repr(Perm.W), Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, repr(Perm.RW), list(Perm), len(Perm))
print(Perm.R in Perm.RW, Perm.X in Perm.RW, Perm.RW & Perm.R, Perm.RW ^ Perm.R, ~Perm.R, bool(Perm.R & Perm.X), Perm(0))
print([p.name for p in Perm.RW], Perm(3) is Perm.RW, Perm.R.value, (Perm.R | Perm.W | Perm.X).value, len(Perm.RW), Perm(7))
try:
    Perm(8)
except ValueError as error:
    print(error)
try:
    Perm.R | 1
except TypeError as error:
    print(error)
p = Perm.R
p |= Perm.X
print(p, p == Perm.R | Perm.X, p is Perm.R | Perm.X, {p: 1}[Perm.X | Perm.R])


class Mode(IntFlag):
    READ = 4
    WRITE = 2
    EXEC = 1


print(Mode.READ | Mode.WRITE, repr(Mode.READ | Mode.EXEC), Mode.READ + 1, Mode.READ == 4, Mode(6), Mode.READ | 8, Mode(7) & 3)
print(Mode.READ in Mode(6), 4 & Mode.READ, repr(Mode(0)), int(Mode.READ | Mode.WRITE), list(Mode(5)), isinstance(Mode.READ, int), Mode.READ < Mode(8))
print(f"{Mode.READ:03b}", ~Mode.READ & Mode.WRITE, Mode.WRITE.name)
