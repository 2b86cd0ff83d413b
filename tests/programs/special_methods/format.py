class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        if spec == "":
            return str(self)
        if spec == "c":
            return f"{self.cents} cents"
        return format(self.cents / 100, spec)

    def __str__(self):
        return f"${self.cents / 100:.2f}"


m = Money(1250)
print(f"{m} {m:c} {m:.1f} {m!s:>10} {m:>8.2f}")
print(format(m), format(m, "c"), "{} {:c} {0:.3f}".replace("{}", "{0}").replace("{:c}", "{0:c}").format(m))


class Plain:
    def __str__(self):
        return "plain"


print(f"{Plain()}|{Plain()!s:>7}|", format(Plain()), object.__format__(Plain(), ""))
try:
    f"{Plain():>7}"
except TypeError as error:
    print(error)


class Bad:
    def __format__(self, spec):
        return 3


try:
    f"{Bad()}"
except TypeError as error:
    print(error)


class Delegating:
    def __format__(self, spec):
        return "<" + super().__format__("") [:3] + ">"

    def __repr__(self):
        return "delegated"


print(f"{Delegating():x}", "{:q}".format(Delegating()))
