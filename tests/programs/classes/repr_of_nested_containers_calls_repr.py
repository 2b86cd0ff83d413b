class P:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"P({self.x!r})"

print(P(1), P("a"), P(P(2)), [P(3), [P(4)]], {P("k").x: P(None)}, (P(1.5),), {"a": [P([])]})
