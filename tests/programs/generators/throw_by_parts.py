"""What can be thrown into a generator, and caused, by a class and by parts."""
def g():
    while True:
        try:
            x = yield
            print("got", x)
        except Exception as e:
            print(repr(e), e.__traceback__ is not None)
class I(Exception):
    def __init__(self, a="d"): super().__init__(a)
m = g(); next(m)
m.throw(ValueError)
m.throw(ValueError("x"))
m.throw(ValueError, "y")
m.throw(ValueError, ("y", "z"))
m.throw(ValueError, None)
m.throw(ValueError, ValueError("w"), None)
m.throw(I)
m.throw(I, "b")
m.throw(I, I("c"))
for bad in (5, int, "a"):
    try: m.throw(bad)
    except TypeError as e: print(e)
try: raise ValueError from I
except ValueError as e: print(repr(e.__cause__))
try: raise I from I
except I as e: print(repr(e.__cause__))
try: raise I("1") from I("2")
except I as e: print(repr(e.__cause__))
try:
    1/0
except ZeroDivisionError as e:
    import sys
    m.throw(*sys.exc_info())
