class Tracked:
    children = []

    def __init_subclass__(cls, /, label="none", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.label = label
        Tracked.children.append(cls.__name__)


class One(Tracked, label="one"):
    pass


class Two(One):
    pass


print(Tracked.children, One.label, Two.label)
try:
    class Three(Tracked, color=1):
        pass
except TypeError as error:
    print(error)
try:
    class Four(color=1):
        pass
except TypeError as error:
    print(error)
