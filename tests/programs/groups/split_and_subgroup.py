eg = ExceptionGroup("many", [ValueError(1), TypeError("two"), ExceptionGroup("in", [KeyError("k"), OSError(3)])])
print(repr(eg), str(eg), eg.message, eg.exceptions)
print(isinstance(eg, Exception), isinstance(eg, BaseExceptionGroup), ExceptionGroup.__mro__)
print(type(BaseExceptionGroup("x", [ValueError()])), type(BaseExceptionGroup("x", [KeyboardInterrupt()])))
m, r = eg.split(ValueError)
print(repr(m), repr(r))
print(eg.subgroup((KeyError, TypeError)))
print(eg.subgroup(lambda e: isinstance(e, OSError)))
print(eg.split(Exception)[0] is eg)
for bad in [lambda: ExceptionGroup("x"), lambda: ExceptionGroup(1, []), lambda: ExceptionGroup("x", 1), lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()])]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine(self.message + "!", excs)
print(repr(Mine("a", [ValueError(1), KeyError(2)]).split(KeyError)))
