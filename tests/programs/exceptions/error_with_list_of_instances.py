class Shown:
    def __repr__(self):
        return "Shown()"


raise ValueError([Shown(), {"key": Shown()}])
