"""How long calls take. Statements as text are not run: what they mean was lost with the compiler."""

from time import perf_counter as default_timer

default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self._stmt, self._setup, self.timer = _function(stmt), _function(setup), timer

    def timeit(self, number=default_number):
        self._setup()
        function, timer = self._stmt, self.timer
        start = timer()
        for _ in range(number):
            function()
        return timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def _function(stmt):
    if callable(stmt):
        return stmt
    if stmt.strip() == "pass":
        return lambda: None
    raise NotImplementedError("timeit of a statement as text; give it a function")


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
