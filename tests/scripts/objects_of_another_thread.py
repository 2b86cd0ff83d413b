"""Threads read and change the attributes of what another thread has made."""
import copy
import threading


class Thing:
    pass


class Slots:
    __slots__ = ("a", "b", "c")


made = []


def make():
    thing = Thing()
    thing.a, thing.b, thing.c = "a text of some length", [2], 3
    slots = Slots()
    slots.a, slots.b = "x", [1]
    made.append(thing)
    made.append(slots)


maker = threading.Thread(target=make)
maker.start()
maker.join()
thing, slots = made
wrong = []


def use():
    for number in range(200):
        seen = (thing.a, thing.b, thing.c)
        thing.d = [number]
        setattr(thing, "later" if number > 100 else "d", [number])
        if seen != ("a text of some length", [2], 3) or len(thing.d) != 1:
            wrong.append(seen)


users = [threading.Thread(target=use) for _ in range(3)]
for user in users:
    user.start()
for user in users:
    user.join()
print(wrong, thing.a, thing.b, thing.c, thing.d, thing.later)

del thing.a
print(hasattr(thing, "a"), vars(thing))
thing.a = 5
print(vars(thing), copy.copy(thing).__dict__)

del slots.a
print(hasattr(slots, "a"), slots.b, hasattr(slots, "__dict__"))
slots.a, slots.c = 7, 8
print(slots.a, slots.b, slots.c)
for change in (lambda: setattr(slots, "d", 1), lambda: delattr(thing, "nothing")):
    try:
        change()
    except AttributeError as error:
        print(type(error).__name__)
