import warnings

kinds = [
    ArithmeticError, AssertionError, AttributeError, BaseException, BaseExceptionGroup, BlockingIOError, BrokenPipeError,
    BufferError, BytesWarning, ChildProcessError, ConnectionAbortedError, ConnectionError, ConnectionRefusedError,
    ConnectionResetError, DeprecationWarning, EOFError, EncodingWarning, EnvironmentError, Exception, ExceptionGroup,
    FileExistsError, FileNotFoundError, FloatingPointError, FutureWarning, GeneratorExit, IOError, ImportError,
    ImportWarning, IndentationError, IndexError, InterruptedError, IsADirectoryError, KeyError, KeyboardInterrupt,
    LookupError, MemoryError, ModuleNotFoundError, NameError, NotADirectoryError, NotImplementedError, OSError,
    OverflowError, PendingDeprecationWarning, PermissionError, ProcessLookupError, RecursionError, ReferenceError,
    ResourceWarning, RuntimeError, RuntimeWarning, StopAsyncIteration, StopIteration, SyntaxError, SyntaxWarning,
    SystemError, SystemExit, TabError, TimeoutError, TypeError, UnboundLocalError, UnicodeDecodeError, UnicodeEncodeError,
    UnicodeError, UnicodeTranslateError, UnicodeWarning, UserWarning, ValueError, Warning, ZeroDivisionError,
]
for kind in kinds:
    print(kind, [base.__name__ for base in kind.__mro__])
for number in (0, 1, 2, 3, 4, 5, 10, 11, 13, 17, 20, 21, 32, 103, 104, 108, 110, 111, 114, 115, 9999):
    error = OSError(number, "what", "file")
    print(number, type(error).__name__, error, error.errno, error.strerror, error.filename)
print(type(OSError(2)).__name__, type(OSError("2", "x")).__name__, type(ConnectionError(2, "x")).__name__)
for kind in ConnectionResetError, FileNotFoundError, PermissionError, UserWarning, ModuleNotFoundError:
    try:
        raise kind("text")
    except (OSError, Warning, ImportError) as error:
        print(repr(error), error)
try:
    raise OSError(2, "No such file or directory", "x.txt")
except FileNotFoundError as error:
    print(error)


class Broken(ConnectionError):
    pass


class Careful(DeprecationWarning):
    pass


print(issubclass(Broken, OSError), issubclass(Careful, Warning), repr(Broken(1, "a")))
try:
    b"\xff".decode("utf-8")
except UnicodeDecodeError as error:
    print(isinstance(error, ValueError), isinstance(error, UnicodeError))
try:
    "ä".encode("ascii")
except UnicodeEncodeError as error:
    print(type(error).__name__)
with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
raise BrokenPipeError(32, "Broken pipe")
