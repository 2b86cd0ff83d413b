def bases(cls):
    known = (BaseException, Exception, ArithmeticError, LookupError, ValueError, RuntimeError,
             NameError, OSError)
    return [base.__name__ for base in known if isinstance(cls("x"), base)]

for cls in (ZeroDivisionError, OverflowError, KeyError, IndexError, ValueError, TypeError,
            AttributeError, NameError, UnboundLocalError, RuntimeError, RecursionError,
            NotImplementedError, StopIteration, AssertionError, GeneratorExit, KeyboardInterrupt,
            SystemExit, MemoryError, OSError, TimeoutError, EOFError, ImportError):
    print(cls.__name__, bases(cls))
