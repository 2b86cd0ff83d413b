//! Which of Python's names are supported, and which exist and are not: the latter are refused where
//! they are reached, while a name that nobody defined is a `NameError` there.

use super::library::{self, Library};

/// The supported built-ins.
const BUILTINS: &str = "ArithmeticError AssertionError AttributeError BaseException \
    BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError \
    ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError \
    DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception \
    ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning \
    GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError \
    IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError \
    NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError \
    PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError \
    RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration \
    StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError \
    TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError \
    UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError \
    __name__ abs aiter all anext any bin bool bytes callable chr classmethod delattr dict divmod \
    enumerate filter float frozenset getattr hasattr hash hex id int isinstance issubclass iter len list \
    map max min next object oct ord pow print property range repr reversed round set setattr \
    sorted staticmethod str sum super tuple type vars zip";

/// The modules that are not written in Python, and what there is in them.
const MODULES: &[(&str, &str)] = &[
    ("_asyncio", "is_over makes_coroutines set_first_step"),
    ("_collections", "ring tuplegetter"),
    ("_copy", "build held shallow"),
    ("_interpreters", "argument call close create exec get_current is_running list_all"),
    ("_os", "cpu_count"),
    (
        "_process",
        "acquire argument block channel close count drain exit getpid getppid kill load open read ready \
         receive release semaphore send spawn store value wait write",
    ),
    ("_pickle", "PickleError PicklingError UnpicklingError find reader writer"),
    ("_queue", "Empty Full Queue"),
    ("_sys", "arguments caller input stderr stdout"),
    (
        "_thread",
        "Event RLock Semaphore awaited_as get_ident lock print_exception set_name \
         start_joinable_thread start_new_thread values",
    ),
    ("_traceback", "text"),
    ("hashlib", "sha256"),
    (
        "math",
        "acos asin atan atan2 ceil comb copysign cos cosh degrees dist e exp fabs factorial floor \
         fmod fsum gcd hypot inf isclose isfinite isinf isnan isqrt lcm log log10 log2 nan perm pi \
         pow prod radians sin sinh sqrt tan tanh tau trunc",
    ),
    (
        "random",
        "Random betavariate choice choices expovariate gammavariate gauss getrandbits getstate \
         lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed \
         setstate shuffle triangular uniform vonmisesvariate weibullvariate",
    ),
    (
        "sys",
        "_is_gil_enabled exception exit getrefcount getsizeof getswitchinterval intern maxsize \
         setswitchinterval",
    ),
    (
        "time",
        "monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns sleep \
         thread_time thread_time_ns time time_ns",
    ),
];

/// The methods with two underscores on both sides that a class may define.
const DUNDERS: &str = "__abs__ __add__ __aenter__ __aexit__ __aiter__ __and__ __anext__ __await__ \
    __bool__ __call__ __class_getitem__ __bytes__ __ceil__ __complex__ __contains__ \
    __delattr__ __delete__ __dir__ __divmod__ __float__ __floor__ __format__ __getattribute__ __index__ __int__ \
    __missing__ __rdivmod__ __reversed__ __round__ __setattr__ __trunc__ \
    __delitem__ __enter__ __eq__ __exit__ __floordiv__ __ge__ __get__ __getattr__ __getitem__ \
    __gt__ __hash__ __iadd__ __iand__ __ifloordiv__ __ilshift__ __imatmul__ __imod__ __imul__ __init__ __init_subclass__ \
    __instancecheck__ __invert__ \
    __ior__ __ipow__ __irshift__ __isub__ __iter__ __itruediv__ __ixor__ __le__ __len__ \
    __lshift__ __lt__ __matmul__ __mod__ __mul__ __ne__ __neg__ __new__ __next__ __or__ __pos__ __pow__ __prepare__ __radd__ \
    __rand__ __repr__ __rfloordiv__ __rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __rpow__ __rrshift__ \
    __rshift__ __rsub__ __rtruediv__ __rxor__ __set__ __set_name__ __setitem__ __str__ __sub__ \
    __subclasscheck__ __subclasshook__ __truediv__ __xor__";
/// Those that only modules in Python know.
const LIBRARY_DUNDERS: &str = "__abstractmethods__ __copy__ __deepcopy__ __getnewargs__ __getnewargs_ex__ \
     __getstate__ __isabstractmethod__ __match_args__ __members__ __new_member__ __objclass__ __post_init__ \
     __reduce__ __reduce_ex__ __replace__ __setstate__ __value__";
/// Such names that are attributes of Python's own objects besides, to be read.
const READABLE_DUNDERS: &str = "__annotations__ __base__ __bases__ __cause__ __class__ __context__ __defaults__ \
    __dict__ __func__ __kwdefaults__ __mro__ __self__ __subclasses__";
/// Those that can be set, too.
const SETTABLE_DUNDERS: &str = "__cause__ __context__ __doc__ __module__ __name__ __notes__ \
    __qualname__ __slots__ __suppress_context__ __traceback__ __wrapped__";

/// `dir(builtins)` of CPython 3.14 without the supported ones and the literals, and what a class
/// body has.
const UNSUPPORTED: &str = "__annotations__ __build_class__ __builtins__ __debug__ \
    __dict__ __doc__ __file__ __import__ __loader__ __module__ __package__ __qualname__ __spec__ \
    ascii breakpoint bytearray compile complex copyright credits dir eval exec exit format \
    globals help license locals memoryview open quit slice";

/// All supported built-ins and members of modules, those as `module.member`.
pub fn supported() -> impl Iterator<Item = String> {
    let members = MODULES.iter().flat_map(|(module, members)| {
        members.split_ascii_whitespace().map(move |member| format!("{module}.{member}"))
    });
    let libraries = Library::all().iter().flat_map(|library| {
        let public = library.members().filter(|member| !member.starts_with('_'));
        public.map(|member| format!("{}.{member}", library.name))
    });
    BUILTINS.split_ascii_whitespace().map(str::to_owned).chain(members).chain(libraries)
}

/// Is this built-in, or member of a module, there to be used?
pub fn is_supported(name: &str) -> bool {
    let Some((module, member)) = name.rsplit_once('.') else { return has(BUILTINS, name) };
    let home = library::home(module, member);
    is_native(module, member) || Library::named(home).is_some_and(|library| library.has(member))
}

/// Has a module this member without being written in Python? The rest of it may be.
pub(super) fn is_native(module: &str, member: &str) -> bool {
    MODULES.iter().any(|(known, members)| *known == module && has(members, member))
}

/// Can this module be imported?
pub fn is_module(name: &str) -> bool {
    let is_within = |known: &str| {
        known.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    MODULES.iter().any(|(module, _)| *module == name)
        || Library::all().iter().any(|library| is_within(library.name))
}

/// Does Python have it, and the playground not?
pub fn is_unsupported(name: &str) -> bool {
    has(UNSUPPORTED, name)
}

/// Is it a name that Python keeps for itself, as in `__init__`?
pub(super) fn is_dunder(name: &str) -> bool {
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}

/// May a class define it?
pub(super) fn is_class_dunder(name: &str) -> bool {
    has(DUNDERS, name) || has(LIBRARY_DUNDERS, name) || matches!(name, "__doc__" | "__slots__")
}

/// Can it be read as an attribute?
pub(super) fn is_attribute_dunder(name: &str) -> bool {
    has(READABLE_DUNDERS, name) || is_settable_dunder(name)
}

/// Can it be set as an attribute?
pub(super) fn is_settable_dunder(name: &str) -> bool {
    has(SETTABLE_DUNDERS, name) || has(DUNDERS, name) || has(LIBRARY_DUNDERS, name)
}

fn has(names: &str, name: &str) -> bool {
    names.split_ascii_whitespace().any(|known| known == name)
}
