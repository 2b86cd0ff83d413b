class Metres:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        if not isinstance(other, Metres):
            return NotImplemented
        return Metres(self.value + other.value)

    def __radd__(self, other):
        if other == 0:
            return self
        return NotImplemented

    def __iadd__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return Metres(self.value * other) if isinstance(other, int) else NotImplemented

    __rmul__ = __mul__

    def __eq__(self, other):
        return self.value == other.value if isinstance(other, Metres) else NotImplemented

    def __lt__(self, other):
        return self.value < other.value if isinstance(other, Metres) else NotImplemented

    def __hash__(self):
        return hash(self.value)

    def __repr__(self):
        return f"Metres({self.value})"


class Feet:
    def __radd__(self, other):
        return f"{other!r} and feet"

    def __gt__(self, other):
        return f"feet over {other!r}"


m = Metres(3)
print(m + Metres(4), m + Feet(), sum([m, Metres(1)]), 2 * m, m * 2)
m += Metres(1)
print(m)
for attempt in [lambda: m + 1, lambda: 1 + m, lambda: m * "x", lambda: m < 1, lambda: 1 > m]:
    try:
        print(attempt())
    except TypeError as error:
        print(error)
try:
    m += 1
except TypeError as error:
    print(error)
print(m == Metres(4), m == 4, m != 4, m != Metres(4), 4 == m, m < Feet(), m < Metres(9))
print(m in [1, m], [1, m].index(m), NotImplemented, type(NotImplemented).__name__)
print(Metres.__eq__(m, 1), NotImplemented is NotImplemented)
print({m: 1}[Metres(4)])
