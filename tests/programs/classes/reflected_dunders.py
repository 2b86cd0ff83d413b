class R:
    def __radd__(self, other):
        return f"radd {other!r}"

    def __rsub__(self, other):
        return f"rsub {other!r}"

    def __rmul__(self, other):
        return f"rmul {other!r}"

    def __rtruediv__(self, other):
        return f"rtruediv {other!r}"

    def __rfloordiv__(self, other):
        return f"rfloordiv {other!r}"

    def __rmod__(self, other):
        return f"rmod {other!r}"

    def __rpow__(self, other):
        return f"rpow {other!r}"

r = R()
print(1 + r, 2 - r, "a" * r, 1.5 / r, 7 // r, 8 % r, 2 ** r, [1] + r)
x = 5
x += r
print(x)
