class Shown:
    def __repr__(self):
        return "Shown()"

    def __str__(self):
        return "shown"


class Custom(KeyError):
    pass


class Other(OSError):
    pass


for error in (
    ValueError(Shown()),
    ValueError(Shown(), 1),
    ValueError([Shown()]),
    KeyError(Shown()),
    Custom(Shown()),
    Custom(Shown(), 2),
    Other(7, Shown()),
    Other(Shown()),
    LookupError(Shown()),
):
    print(error, "|", str(error), "|", repr(error), "|", f"{error!s:>12}", "|", error.args)
