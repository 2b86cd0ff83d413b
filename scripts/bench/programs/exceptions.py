"""Exceptions: raised calls deep, caught by type; finally, and an exception of its own."""


class Rejected(Exception):
    def __init__(self, number, reason):
        super().__init__(f"{number}: {reason}")
        self.number = number


def check(number):
    if number % 5 == 0:
        raise Rejected(number, "a multiple of five")
    if number % 7 == 0:
        raise ValueError(number)
    return number


def look_up(table, key):
    try:
        return table[key]
    except KeyError:
        return -1


def handle(number, seen):
    try:
        return check(number) // (number % 3)
    except ZeroDivisionError:
        return 1
    finally:
        seen[number % 100] = number


def task(worker, workers, n: int = 120_000):
    seen = {}
    total = rejected = 0
    for number in range(n):
        try:
            total += handle(number, seen)
        except Rejected as error:
            rejected += error.number % 11
        except ValueError as error:
            total -= error.args[0]
        total += look_up(seen, number % 150)
    return f"{total} {rejected} {len(seen)}"
