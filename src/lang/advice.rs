//! What to do instead of what will not run: there is no network, and there are no C extensions.

const NETWORK: &str = "there is no network here; `time.sleep` can stand for waiting for it";
const FILES: &str = "`open` writes and reads files in memory, as text or bytes";
const EXTENSION: &str =
    "it is not written in Python, and only Python runs here; lists and `math` can stand for it";
const PROCESSES: &str =
    "there are no other programs here; `multiprocessing` starts processes of this one";
const MEMORY: &str = "what all objects take is not measured here; `sys.getsizeof` tells of one";
const TEXTS: &str =
    "only what stands in the program itself is compiled here; call a function instead";

/// The first part of a module's name, and what to do instead.
const MODULES: &[(&str, &str)] = &[
    (
        "urllib3 http socket socketserver ssl smtplib select selectors \
         websockets redis flask",
        NETWORK,
    ),
    ("sqlite3 zipfile tarfile mmap aiofiles shelve", FILES),
    (
        "numpy pandas scipy numba torch tensorflow sklearn cv2 PIL cffi gevent greenlet uvloop",
        EXTENSION,
    ),
    ("subprocess pty fcntl psutil", PROCESSES),
    ("ast dis importlib", TEXTS),
    ("tracemalloc memory_profiler", MEMORY),
];

const BUILTINS: &[(&str, &str)] =
    &[("__import__", TEXTS), ("breakpoint", "there is no debugger here; `print` shows values")];

/// What to do instead of importing a module that is not here.
pub(super) fn of_module(name: &str) -> Option<&'static str> {
    let first = name.split('.').next().unwrap_or(name);
    found(MODULES, first)
}

/// What to do instead of using a built-in that is not here.
pub(super) fn of_builtin(name: &str) -> Option<&'static str> {
    found(BUILTINS, name)
}

fn found(known: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    let mut known = known.iter();
    known
        .find(|(names, _)| names.split_ascii_whitespace().any(|other| other == name))
        .map(|(_, advice)| *advice)
}

/// A message with what to do instead, if that is known.
pub(super) fn told(message: String, advice: Option<&str>) -> String {
    match advice {
        Some(advice) => format!("{message}: {advice}"),
        None => message,
    }
}
