class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print(kind is None, value is None, trace is None)
        if trace is not None:
            show(trace)
        return True


def show(trace):
    while trace is not None:
        print(trace.tb_lineno, trace.tb_frame.f_code.co_name, type(trace).__name__)
        trace = trace.tb_next


def inner():
    1 / 0


def outer():
    inner()


with Manager():
    outer()
with Manager():
    pass
try:
    outer()
except ZeroDivisionError as error:
    show(error.__traceback__)
    again = error
    print(error.with_traceback(None) is error, error.__traceback__)
try:
    raise again
except ZeroDivisionError as error:
    show(error.__traceback__)
    kept = error.__traceback__
other = KeyError("k").with_traceback(kept)
show(other.__traceback__)
print(ValueError().__traceback__)
try:
    kept.no_member
except AttributeError as error:
    print(error)
