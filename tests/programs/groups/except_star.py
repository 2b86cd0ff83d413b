def show(f):
    try:
        f()
    except BaseException as e:
        print("out:", repr(e), "ctx", repr(e.__context__), "cause", repr(e.__cause__))
        return e
    print("out: nothing")
def group(): return ExceptionGroup("eg", [ValueError(1), TypeError(2), OSError(3), ExceptionGroup("in", [ValueError(4)])])
def leftover():
    try: raise group()
    except* ValueError as e:
        print("V", repr(e))
    except* TypeError as e:
        print("T", repr(e))
show(leftover)
def all_():
    try: raise group()
    except* Exception as e:
        print(repr(e))
    else: print("else")
    finally: print("finally")
show(all_)
def naked():
    try: raise ValueError("n")
    except* ValueError as e:
        print(repr(e), e.exceptions[0].__traceback__ is not None, e.__traceback__ is None)
show(naked)
def naked_reraise():
    try: raise ValueError("n")
    except* ValueError as e:
        raise
show(naked_reraise)
def naked_unmatched():
    try: raise ValueError("n")
    except* TypeError as e:
        raise
show(naked_unmatched)
def raises():
    try: raise group()
    except* ValueError as e:
        raise KeyError("x")
    except* TypeError as e:
        raise
e = show(raises)
print([repr(x) for x in e.exceptions], [repr(x.__context__) for x in e.exceptions])
def raise_named():
    try: raise group()
    except* ValueError as e:
        raise e
    except* OSError as e: pass
show(raise_named)
def raise_from():
    try: raise group()
    except* (ValueError, TypeError, OSError) as e:
        raise RuntimeError("all") from e
show(raise_from)
def one_new():
    try: raise group()
    except* ValueError as e: raise KeyError(1)
    except* TypeError as e: raise KeyError(2)
    except* OSError as e: print(e)
show(one_new)
def nested():
    try:
        try: raise group()
        except* ValueError: print("inner")
    except* TypeError as e: print("outer", repr(e))
show(nested)
def inside():
    try: raise group()
    except* ValueError:
        try: raise ExceptionGroup("second", [KeyError(5), IndexError(6)])
        except* KeyError: print("second key")
show(inside)
def bad_kind():
    try: raise group()
    except* ExceptionGroup: pass
show(bad_kind)
def bad_kind2():
    try: raise group()
    except* 3: pass
show(bad_kind2)
def no_error():
    try: pass
    except* ValueError: print("no")
    else: print("else")
show(no_error)
def unbound():
    try: raise group()
    except* Exception as e: pass
    try: print(e)
    except UnboundLocalError as x: print(type(x))
unbound()
def loops():
    for i in range(2):
        try: raise group()
        except* Exception as e:
            for j in range(3):
                if j == 1: break
                print(i, j)
loops()
import sys
def current():
    try: raise group()
    except* ValueError as e: print(sys.exception() is e)
    except* TypeError as e: print(repr(sys.exception()))
    except* OSError as e: print(repr(sys.exception()))
    print(sys.exception())
current()
class MyErr(Exception): pass
def with_base():
    try: raise BaseExceptionGroup("b", [KeyboardInterrupt(), MyErr("m")])
    except* MyErr as e: print(repr(e))
show(with_base)
def in_generator():
    try: yield 1
    except* ValueError as e: print("gen", repr(e)); yield 2
g = in_generator(); next(g)
print(g.throw(ValueError("t")))
raises()
