"""`nonlocal` and `global` in every place of a function."""

level = "module"


def f():
    level = "f"

    def g():
        def h():
            nonlocal level
            level = "h"
            return level

        result = h()
        return result, level

    def set_global():
        while True:
            global level
            level = "changed"
            break
        return level

    return g(), level, set_global(), level


print(f(), level)


def make():
    value = 0

    class Accessor:
        nonlocal value
        value = 5

        def get(self):
            return value

        def put(self, new):
            nonlocal value
            value = new

    return Accessor, lambda: value


kind, current = make()
accessor = kind()
accessor.put(9)
print(accessor.get(), current(), hasattr(kind, "value"))


class Body:
    global made_in_class
    made_in_class = "yes"


print(made_in_class, hasattr(Body, "made_in_class"))


def deleting():
    name = 1

    def delete():
        nonlocal name
        del name

    delete()
    try:
        name
    except NameError as error:
        print(error)


deleting()


def generator():
    total = 0

    def add(n):
        nonlocal total
        total += n

    for i in range(3):
        add(i)
        yield total


print(list(generator()))
