"""Exceptions have their arguments and attributes with them."""

import pickle


def back(value):
    return pickle.loads(pickle.dumps(value, 5))


class Plain(Exception):
    pass


class WithMessage(Exception):
    def __init__(self, code, why):
        super().__init__(f"{code}: {why}")
        self.code = code


class WithAll(Exception):
    def __init__(self, code, why):
        super().__init__(code, why)
        self.code, self.why = code, why


for error in (ValueError("x", 2), KeyError("k"), Plain(), Plain("a"), WithAll(1, "b"), OSError(9999, "no", "file"), StopIteration(3), SystemExit(4)):
    again = back(error)
    print(type(again) is type(error), repr(again), again.args, vars(again))
    print(pickle.dumps(error, 5))
try:
    back(WithMessage(1, "x"))
except TypeError as error:
    print(error)
error = Plain("noted")
error.add_note("a note")
error.more = [1]
again = back(error)
print(pickle.dumps(again, 5) == pickle.dumps(error, 5), again.more, again)
try:
    try:
        raise ValueError("first")
    except ValueError as first:
        raise Plain("second") from first
except Plain as second:
    again = back(second)
    print(repr(again), again.__cause__, again.__traceback__)
