class Plain(Exception):
    pass


class WithInit(Exception):
    def __init__(self, text="by default"):
        super().__init__(text)
        self.text = text


class Needs(Exception):
    def __init__(self, needed):
        self.needed = needed


class Fails(Exception):
    def __init__(self):
        raise KeyError("in init")


class Calls(Exception):
    def __init__(self):
        try:
            raise ValueError("inside")
        except ValueError as error:
            self.seen = error


def told(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
        return error


def bare():
    raise WithInit


def caused():
    raise WithInit from Plain


def hidden():
    try:
        raise Plain("first")
    except Plain:
        raise WithInit from None


def chained():
    try:
        raise Plain("first")
    except Plain as error:
        raise WithInit from error


def needs():
    raise Needs


def fails():
    raise Fails


def calls():
    raise Calls


def late():
    try:
        raise WithInit
    finally:
        raise Calls


for function in bare, caused, hidden, chained, needs, fails, calls, late:
    told(function)


def generator():
    try:
        yield 1
    except WithInit as error:
        yield error.text


made = generator()
next(made)
print(made.throw(WithInit()))


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print(kind.__name__, value.text)
        return True


with Manager():
    raise WithInit
raise WithInit
