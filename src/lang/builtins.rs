//! Which of Python's built-in names are supported, and which exist and are not: the latter must be
//! refused before the run, where a name that nobody defined is a `NameError` in it.

/// The supported built-ins that are values, and what there is in modules. `range` is syntax here: it
/// may only stand in a `for`.
const SUPPORTED: [&str; 3] = ["__name__", "print", "time.sleep"];

/// The modules that can be imported.
const MODULES: [&str; 1] = ["time"];

/// `dir(builtins)` of CPython 3.14, without the supported ones, `range` and the literals.
const UNSUPPORTED: &str = "ArithmeticError AssertionError AttributeError BaseException \
    BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError \
    ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError \
    DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup \
    FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError \
    ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError \
    KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError \
    NotADirectoryError NotImplemented NotImplementedError OSError OverflowError \
    PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError \
    RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration \
    StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError \
    UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError \
    UnicodeWarning UserWarning ValueError Warning ZeroDivisionError __annotations__ \
    __build_class__ __builtins__ __debug__ __dict__ __doc__ __file__ __import__ __loader__ \
    __package__ __spec__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes \
    callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate \
    eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input \
    int isinstance issubclass iter len license list locals map max memoryview min next object oct \
    open ord pow property quit repr reversed round set setattr slice sorted staticmethod str sum \
    super tuple type vars zip";

/// Is this built-in there to be used?
pub fn is_supported(name: &str) -> bool {
    SUPPORTED.contains(&name)
}

/// Can this module be imported?
pub(super) fn is_module(name: &str) -> bool {
    MODULES.contains(&name)
}

/// Does Python have it, and the playground not?
pub(super) fn is_unsupported(name: &str) -> bool {
    UNSUPPORTED.split_ascii_whitespace().any(|known| known == name)
}
