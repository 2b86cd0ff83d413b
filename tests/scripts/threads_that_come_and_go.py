"""Threads that come and go work on the same objects: nothing is lost, and nothing is left."""

import queue
import threading
import weakref

ROUNDS = 3
THREADS = 4
TURNS = 120


class Thing:
    def __init__(self, name):
        self.name = name
        self.text = f"the thing that is called {name}"
        born.append(name)

    def __del__(self):
        gone.append(self.name)

    def check(self):
        return self.text.endswith(str(self.name))


class Board:
    """An instance whose attributes everybody sets."""

    def __init__(self):
        self.last = None


def numbers():
    number = 0
    while True:
        yield number
        number += 1


def work(number):
    for turn in range(TURNS):
        name = (number, turn, "name")
        thing = Thing(name)
        things.append(thing)
        by_name[name] = thing
        names.add(name)
        board.last = thing
        setattr(board, f"slot_{turn % 8}", thing)
        texts[turn % 8] = texts[(turn + 1) % 8][-30:] + str(turn)
        references.append(weakref.ref(thing))
        # A generator is handed from thread to thread.
        steps = generators.get()
        values.append(next(steps))
        generators.put(steps)
        if turn % 3 == 0:
            things.pop()
        if not board.last.check() or not by_name[name] is thing:
            wrong.append(name)
        if turn % 40 == 0:
            child = threading.Thread(target=look, args=(thing, steps))
            child.start()
            child.join()
        del thing


def look(thing, steps):
    """Has all that is handed to it for the last time, perhaps."""
    found = [other.check() for other in list(things)[-5:]]
    if not thing.check() or not all(found) or not hasattr(steps, "send"):
        wrong.append(thing.name)


def once():
    for _ in range(THREADS):
        generators.put(numbers())
    threads = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = THREADS * TURNS
    print(len(born) == every, len(by_name) == every, names == set(by_name), set(names) == set(born))
    print(len(things) == every - THREADS * len(range(0, TURNS, 3)), len(set(map(id, things))) == len(things))
    last = [next(generators.get()) for _ in range(THREADS)]
    print(sum(last) == every == len(values), all(thing.check() for thing in by_name.values()), wrong)
    print(len(texts), all(text.isdigit() for text in texts), len(references) == every)


for _ in range(ROUNDS):
    born, gone, values, wrong, references = [], [], [], [], []
    things, by_name, names, board = [], {}, set(), Board()
    texts = ["0"] * 8
    generators = queue.Queue()
    once()
    things.clear()
    board = None
    print(all(reference() is not None for reference in references))
    by_name.clear()
    print(sorted(gone) == sorted(born), any(reference() for reference in references))
