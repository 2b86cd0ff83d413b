//! Which of Python's names are supported, and which exist and are not: the latter are refused where
//! they are reached, while a name that nobody defined is a `NameError` there.

use super::library::{self, Library};

/// The module that has the built-ins.
pub(super) const OWN: &str = "builtins";

/// The supported built-ins, sorted.
#[rustfmt::skip]
const BUILTINS: &[&str] = &[
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup",
    "BlockingIOError", "BrokenPipeError", "BufferError", "BytesWarning", "ChildProcessError",
    "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError", "ConnectionResetError",
    "DeprecationWarning", "EOFError", "Ellipsis", "EncodingWarning", "EnvironmentError",
    "Exception", "ExceptionGroup", "FileExistsError", "FileNotFoundError", "FloatingPointError",
    "FutureWarning", "GeneratorExit", "IOError", "ImportError", "ImportWarning",
    "IndentationError", "IndexError", "InterruptedError", "IsADirectoryError", "KeyError",
    "KeyboardInterrupt", "LookupError", "MemoryError", "ModuleNotFoundError", "NameError",
    "NotADirectoryError", "NotImplemented", "NotImplementedError", "OSError", "OverflowError",
    "PendingDeprecationWarning", "PermissionError", "ProcessLookupError",
    "PythonFinalizationError", "RecursionError", "ReferenceError", "ResourceWarning",
    "RuntimeError", "RuntimeWarning", "StopAsyncIteration", "StopIteration", "SyntaxError",
    "SyntaxWarning", "SystemError", "SystemExit", "TabError", "TimeoutError", "TypeError",
    "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError",
    "UnicodeTranslateError", "UnicodeWarning", "UserWarning", "ValueError", "Warning",
    "ZeroDivisionError", "__debug__", "__doc__", "__file__", "__name__", "__package__",
    "__spec__", "abs", "aiter", "all", "anext", "any", "bin", "bool", "bytes", "callable", "chr",
    "classmethod", "delattr", "dict", "divmod", "enumerate", "filter", "float", "frozenset",
    "getattr", "hasattr", "hash", "hex", "id", "int", "isinstance", "issubclass", "iter", "len",
    "list", "map", "max", "min", "next", "object", "oct", "ord", "pow", "print", "property",
    "range", "repr", "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod",
    "str", "sum", "super", "tuple", "type", "vars", "zip",
];

/// Those that are written in Python, each in a module of its own.
const IN_PYTHON: [(&str, &str); 15] = [
    ("ascii", "_builtins"),
    ("bytearray", "_bytearray"),
    ("compile", "_code"),
    ("complex", "_complex"),
    ("dir", "_builtins"),
    ("eval", "_code"),
    ("exec", "_code"),
    ("exit", "_builtins"),
    ("format", "_builtins"),
    ("globals", "_builtins"),
    ("input", "_input"),
    ("locals", "_builtins"),
    ("memoryview", "_memoryview"),
    ("quit", "_builtins"),
    ("open", "_files"),
];

/// The modules that are not written in Python, and what there is in them.
const MODULES: &[(&str, &str)] = &[
    (
        "_asyncio",
        "begin_step discard end_step is_over makes_coroutines moment set_first_step stand",
    ),
    ("_builtins", "get_global locals names set_dict set_global"),
    ("_bytes", "buffer load store"),
    ("_collections", "ring tuplegetter"),
    ("_compiler", "build source_of"),
    ("_copy", "build held shallow"),
    ("_inspect", "parameters"),
    ("_interpreters", "argument call close create exec get_current is_running list_all"),
    ("_os", "cpu_count web"),
    (
        "_process",
        "acquire argument block channel close count drain exit getpid getppid kill load open read ready \
         receive release semaphore send spawn store value wait write",
    ),
    ("_pickle", "PickleError PicklingError UnpicklingError find reader writer"),
    ("_queue", "Empty Full ShutDown SimpleQueue"),
    ("_sre", "scan"),
    ("_sys", "arguments caller frames input linked main stderr stdout"),
    (
        "_thread",
        "Event RLock awaited_as get_ident lock print_exception set_name \
         start_joinable_thread start_new_thread values",
    ),
    ("_traceback", "text"),
    ("_weakref", "refer references referent"),
    ("_zlib", "adler32 crc32 deflate inflate"),
    ("hashlib", "md5 new pbkdf2_hmac sha1 sha224 sha256 sha384 sha512"),
    (
        "math",
        "acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e exp exp2 \
         expm1 fabs factorial floor log1p \
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
        "_is_gil_enabled exception exit getrecursionlimit getrefcount getsizeof getswitchinterval \
         intern maxsize setrecursionlimit setswitchinterval",
    ),
    (
        "time",
        "monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns sleep \
         thread_time thread_time_ns time time_ns",
    ),
];

/// Attributes of Python's own objects that are not here, by the names of their classes.
const UNSUPPORTED_ATTRIBUTES: [(&str, &str); 3] = [
    ("function", "__annotate__ __builtins__ __globals__"),
    ("module", "__cached__ __loader__ __package__ __path__ __spec__"),
    (
        "type",
        "__annotate__ __basicsize__ __dictoffset__ __flags__ __itemsize__ __static_attributes__ \
         __text_signature__ __type_params__ __weakrefoffset__",
    ),
];
/// Those of all objects.
const OF_ALL_OBJECTS: &str = "__dir__ __sizeof__";
/// Those that can be read alone, here or in Python.
const READ_ONLY_ATTRIBUTES: &str = "__base__ __bases__ __class__ __closure__ __code__ __dict__ __func__ \
    __globals__ __mro__ __self__";

/// `dir(builtins)` of CPython 3.14 without the supported ones and the literals, and what a class
/// body has; sorted.
#[rustfmt::skip]
const UNSUPPORTED: &[&str] = &[
    "__annotations__", "__build_class__", "__builtins__", "__dict__", "__import__", "__loader__",
    "__module__", "__qualname__", "breakpoint", "copyright", "credits", "help", "license",
];

/// Python's own modules, sorted.
#[rustfmt::skip]
const PYTHONS_MODULES: &[&str] = &[
    "abc", "antigravity", "argparse", "array", "ast", "asyncio", "atexit", "base64", "bdb",
    "binascii", "bisect", "builtins", "bz2", "cProfile", "calendar", "cmath", "cmd", "code",
    "codecs", "codeop", "collections", "colorsys", "compileall", "compression", "concurrent",
    "configparser", "contextlib", "contextvars", "copy", "copyreg", "csv", "ctypes", "curses",
    "dataclasses", "datetime", "dbm", "decimal", "difflib", "dis", "doctest", "email",
    "encodings", "ensurepip", "enum", "errno", "faulthandler", "fcntl", "filecmp", "fileinput",
    "fnmatch", "fractions", "ftplib", "functools", "gc", "genericpath", "getopt", "getpass",
    "gettext", "glob", "graphlib", "grp", "gzip", "hashlib", "heapq", "hmac", "html", "http",
    "idlelib", "imaplib", "importlib", "inspect", "io", "ipaddress", "itertools", "json",
    "keyword", "linecache", "locale", "logging", "lzma", "mailbox", "marshal", "math",
    "mimetypes", "mmap", "modulefinder", "msvcrt", "multiprocessing", "netrc", "nt", "ntpath",
    "nturl2path", "numbers", "opcode", "operator", "optparse", "os", "pathlib", "pdb", "pickle",
    "pickletools", "pkgutil", "platform", "plistlib", "poplib", "posix", "posixpath", "pprint",
    "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr", "pydoc", "pydoc_data", "pyexpat",
    "queue", "quopri", "random", "re", "readline", "reprlib", "resource", "rlcompleter", "runpy",
    "sched", "secrets", "select", "selectors", "shelve", "shlex", "shutil", "signal", "site",
    "smtplib", "socket", "socketserver", "sqlite3", "ssl", "stat", "statistics", "string",
    "stringprep", "struct", "subprocess", "symtable", "sys", "sysconfig", "syslog", "tabnanny",
    "tarfile", "tempfile", "termios", "textwrap", "this", "threading", "time", "timeit",
    "tkinter", "token", "tokenize", "tomllib", "trace", "traceback", "tracemalloc", "tty",
    "turtle", "types", "typing", "unicodedata", "unittest", "urllib", "uuid", "venv", "warnings",
    "wave", "weakref", "webbrowser", "winreg", "winsound", "wsgiref", "xml", "xmlrpc", "zipapp",
    "zipfile", "zipimport", "zlib", "zoneinfo",
];
/// Begins a name that stands for something that is refused when it is reached.
pub const REFUSED: &str = "refused: ";
/// Stands for what `from . import name` would be.
pub const RELATIVE: &str = "refused: a relative import";
/// Begins a name that stands for a module that there is not.
pub const MISSING: &str = "missing: ";

/// All supported built-ins and members of modules, those as `module.member`.
pub fn supported() -> impl Iterator<Item = String> {
    let members = MODULES.iter().flat_map(|(module, members)| {
        members.split_ascii_whitespace().map(move |member| format!("{module}.{member}"))
    });
    let libraries = Library::all().iter().flat_map(|library| {
        let public = library.members().filter(|member| !member.starts_with('_'));
        public.map(|member| format!("{}.{member}", library.name))
    });
    BUILTINS.iter().copied().map(str::to_owned).chain(members).chain(libraries)
}

/// Is this built-in, or member of a module, there to be used?
pub fn is_supported(name: &str) -> bool {
    let Some((module, member)) = name.rsplit_once('.') else { return is_among(BUILTINS, name) };
    let home = library::home(module, member);
    is_native(module, member) || Library::named(home).is_some_and(|library| library.has(member))
}

/// Has a module this member without being written in Python? The rest of it may be.
pub(super) fn is_native(module: &str, member: &str) -> bool {
    module == OWN && is_among(BUILTINS, member)
        || MODULES.iter().any(|(known, members)| *known == module && has(members, member))
}

/// The module that has a built-in which is written in Python.
pub fn home(name: &str) -> Option<&'static str> {
    IN_PYTHON.iter().find(|(known, _)| *known == name).map(|(_, module)| *module)
}

/// Is it such a module?
pub(super) fn is_home(module: &str) -> bool {
    IN_PYTHON.iter().any(|(_, known)| *known == module)
}

/// Can this module be imported?
pub fn is_module(name: &str) -> bool {
    let is_within = |known: &str| {
        known.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    name == "__main__"
        || name == OWN
        || MODULES.iter().any(|(module, _)| *module == name)
        || Library::all().iter().any(|library| is_within(library.name))
}

/// Is it a module of Python itself, or inside one?
pub(super) fn is_of_python(module: &str) -> bool {
    let first = module.split('.').next().unwrap_or(module);
    first.starts_with('_') || is_among(PYTHONS_MODULES, first)
}

/// What a module has for `from module import *`.
pub(super) fn public_members(module: &str) -> Vec<String> {
    let native = MODULES.iter().filter(|(known, _)| *known == module);
    let native =
        native.flat_map(|(_, members)| members.split_ascii_whitespace()).map(str::to_owned);
    let library = Library::named(module).into_iter().flat_map(Library::members).map(str::to_owned);
    let mut all: Vec<_> = native.chain(library).filter(|name| !name.starts_with('_')).collect();
    all.sort();
    all.dedup();
    all
}

/// Does Python have it, and the playground not?
pub fn is_unsupported(name: &str) -> bool {
    is_among(UNSUPPORTED, name)
}

/// Is it a name that Python keeps for itself, as in `__init__`?
pub(super) fn is_dunder(name: &str) -> bool {
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}

/// Does Python ask a class for it, and the playground not?
pub(super) fn is_refused_in_class(name: &str) -> bool {
    matches!(name, "__mro_entries__" | "__sizeof__")
}

/// Have objects of this class an attribute of this name in Python, and not in the playground?
pub fn is_unsupported_attribute(name: &str, class: &str) -> bool {
    let mut of_class = UNSUPPORTED_ATTRIBUTES.iter().filter(|(known, _)| *known == class);
    is_dunder(name) && (has(OF_ALL_OBJECTS, name) || of_class.any(|(_, names)| has(names, name)))
}

/// Can it not be set as an attribute?
pub(super) fn is_read_only(name: &str) -> bool {
    is_dunder(name) && has(READ_ONLY_ATTRIBUTES, name)
}

fn has(names: &str, name: &str) -> bool {
    names.split_ascii_whitespace().any(|known| known == name)
}

fn is_among(sorted: &[&str], name: &str) -> bool {
    sorted.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_searched_by_halves_is_sorted() {
        for names in [BUILTINS, UNSUPPORTED, PYTHONS_MODULES] {
            assert!(names.is_sorted(), "{names:?}");
        }
    }
}
