class Both:
    def __repr__(self):
        return "Both()"

    def __str__(self):
        return "both"

class OnlyRepr:
    def __repr__(self):
        return "OnlyRepr()"

both, only = Both(), OnlyRepr()
print(both, only, str(both), str(only))
print([both, only], {"k": both}, (both,))
print(f"{both} {both!r} {only} {only!s}")
print("{} {!r}".format(both, both))
