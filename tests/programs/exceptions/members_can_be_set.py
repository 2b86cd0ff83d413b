import sys
import traceback


def fail():
    raise ValueError("fail")


try:
    fail()
except ValueError as error:
    first = error
print(first.__traceback__ is None, first.__suppress_context__, hasattr(first, "__notes__"))
second = KeyError("second")
second.__cause__ = first
print(second.__suppress_context__, repr(second.__cause__))
second.__suppress_context__ = False
second.__cause__ = None
print(second.__suppress_context__)
second.__context__ = first
print(repr(second.__context__))
for name, value in ("__cause__", 1), ("__context__", "x"), ("__traceback__", 5):
    try:
        setattr(second, name, value)
    except TypeError as error:
        print(error)
first.__traceback__ = None
print(first.__traceback__)
second.__traceback__ = None
second.add_note("one")
second.__notes__.append("two")
print(second.__notes__)
second.__suppress_context__ = False
print("".join(traceback.format_exception(second)))
second.__suppress_context__ = True
print("".join(traceback.format_exception(second)))
second.__notes__ = ["only"]
print("".join(traceback.format_exception(second)))
second.args = (1, 2)
print(second, repr(second), second.args)
second.anything = 3
print(second.anything)


class Own(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


try:
    try:
        raise Own(5)
    except Own as own:
        own.__traceback__ = None
        raise
except Own as again:
    print(again.code, again.__traceback__.tb_next is None)
