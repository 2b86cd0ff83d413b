"""How long calls take, and statements as text."""

from _builtins import globals as _program
from _code import code as _code
from time import perf_counter as default_timer

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 5

template = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer, self.src = timer, None
        own, init = {}, ""
        for name, given, depth in (("setup", setup, 4), ("stmt", stmt, 8)):
            if callable(given):
                own["_" + name] = given
                init += f", _{name}=_{name}"
            elif isinstance(given, str):
                _check(given if name == "setup" or callable(setup) else setup + "\n" + given)
            else:
                raise ValueError(f"{name} is neither a string nor callable")
        if callable(stmt) and callable(setup):
            self.inner = _calls(stmt, setup)
            return
        setup = "_setup()" if callable(setup) else _indented(setup, 4)
        stmt = "_stmt()" if callable(stmt) else _indented(stmt, 8)
        self.src = template.format(init=init, setup=setup, stmt=stmt)
        text = _code(self.src, dummy_src_name, "exec", True)
        if globals is None:
            text.unit("plain")({"default_timer": default_timer}, own)
        elif globals is _program() and not own:
            own["inner"] = _in_program(text, globals)
        else:
            text.run(globals, own)
        self.inner = own["inner"]

    def timeit(self, number=default_number):
        return self.inner([None] * number if number < 1 else range(number), self.timer)

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

    def print_exc(self, file=None):
        import traceback

        traceback.print_exc(file=file)


def _check(text):
    # What is right only within the template is no statement.
    _code(text, dummy_src_name, "exec")


def _in_program(text, program):
    # With names that are as fast as those of the program itself.
    known = program.get("inner", _check)
    text.run(program, None)
    inner = program["inner"]
    if known is _check:
        del program["inner"]
    else:
        program["inner"] = known
    return inner


def _indented(text, depth):
    return text.replace("\n", "\n" + " " * depth)


def _calls(stmt, setup):
    def inner(_it, _timer):
        setup()
        _t0 = _timer()
        for _ in _it:
            stmt()
        _t1 = _timer()
        return _t1 - _t0

    return inner


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
