class Name(str):
    def initials(self):
        return "".join(word[0] for word in self.split())

    def __add__(self, other):
        return Name(str(self) + "+" + str(other))


n = Name("ada lovelace")
print(n, n.initials(), n.upper(), type(n.upper()).__name__, len(n), n[0], n + "x", n == "ada lovelace")
print(f"{n:>14}|", n.title(), {n: 1}["ada lovelace"], {"ada lovelace": 2}[n], hash(n) == hash("ada lovelace"))
print("-".join([n, n]), n in "ada lovelace!", "ada" in n, sorted([n, "a", "z"]), n < "b", repr(n), str(n) is not n)
n.extra = 3
print(n.extra, isinstance(n, str), "%s" % n, "x" * 2 + n, n * 2, n.startswith("ada"), int(Name("12")) + 1)


class Text(str):
    def __new__(cls, value, language="en"):
        made = super().__new__(cls, value)
        made.language = language
        return made

    def __repr__(self):
        return f"Text({str(self)!r}, {self.language})"


t = Text("hi", language="de")
print(t, repr(t), t.language, str(t), f"{t}", f"{t!r}", [t])


class Shown(str):
    def __str__(self):
        return "shown"


print(Shown("x"), f"{Shown('x')}", "%s" % Shown("x"), len(Shown("xyz")), Shown("a") + "b")


class Money(int):
    def __new__(cls, value):
        return super().__new__(cls, value * 100)

    def __str__(self):
        return f"${int(self) / 100:.2f}"

    def __add__(self, other):
        if isinstance(other, Money):
            return Money((int(self) + int(other)) // 100)
        return NotImplemented


m = Money(5)
print(m, repr(m), m + Money(2), m * 2, m - 1, -m, m == 500, m > 3, hash(m) == hash(500), [0, 1][m == 500])
print(m + 1, 1 + m, m // 7, m % 7, divmod(m, 7), abs(m), float(m), bool(Money(0)), m / 8, m.bit_length())
print(list(range(Money(0), 3)), "ab"[Money(0)], sum([m, 1]), max(m, 3), isinstance(m, int), f"{m:d} {m:x}")
print({500: "five hundred"}[m], m in [500], [500].index(m), int(m), type(int(m)).__name__, round(m, -2), ~m, m & 255, m ** 2)


class Celsius(float):
    @property
    def fahrenheit(self):
        return self * 9 / 5 + 32


c = Celsius("36.6")
print(c, round(c.fahrenheit, 2), c + 1, c > 36, type(c + 1).__name__, f"{c:.2f}", c.is_integer(), int(c), -c, c == 36.6)


class Id(int):
    pass


i = Id(7)
i.label = "seven"
print(i, i.label, i + 1, type(i + 1).__name__, Id() == 0, Id("12", 8), i.__class__.__name__, i in {7}, {i} == {7})


class Packet(bytes):
    def first(self):
        return self[0]


b = Packet(b"abc")
print(b, b.first(), b + b"d", len(b), b.upper(), b == b"abc", b.hex(), list(b), Packet(2))
try:
    class No(bool):
        pass
except TypeError as error:
    print(error)


try:
    class Both(int, str):
        pass
except TypeError as error:
    print(error)


class Odd(int):
    def __eq__(self, other):
        return "equal"

    def __hash__(self):
        return 1

    def __lt__(self, other):
        return True


print(Odd(1) == 3, Odd(3) < 1, sorted([Odd(3), Odd(1)]) != [], Odd(4) >= 4)
