# Special methods that a program calls by their names.
print((2.0).__rdivmod__(2.5), (-3).__rdivmod__(2), (3).__rdivmod__("a"))


class Both:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return NotImplemented if other == 3 else other == 1


print(Both(1).__ne__(1), Both(1).__ne__(2), Both(1).__ne__(3), object().__ne__(3))


class Index:
    def __index__(self):
        return 2

    def __repr__(self):
        return "Index()"

    def __eq__(self, other):
        return True


print(slice(Index(), None, 2), slice(Index()) == slice(Index()), slice(1, Index()) != slice(2, Index()))


# `object.__init__` takes no arguments, but where `__new__` has had them.
class Whole(int):
    pass


class Made:
    def __new__(cls, *args):
        return super().__new__(cls)


class Plain:
    pass


class Told:
    def __init__(self, value):
        super().__init__(value)


whole = Whole(3)
print(whole.__init__(6), whole, Made(1).__init__(2))
for call in (lambda: Plain().__init__(3), lambda: Told(3)):
    try:
        call()
    except TypeError as error:
        print(error)


def numbers():
    print(running.gi_running, running.gi_suspended)
    yield 1


running = numbers()
print(running.gi_running, running.gi_suspended, next(running), running.gi_running, running.gi_suspended)
print(list(running), running.gi_running, running.gi_suspended)
