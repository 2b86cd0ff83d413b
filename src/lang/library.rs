//! The modules that are written in Python: their sources in `src/lib`, and what each has.

use std::collections::HashSet;
use std::sync::{LazyLock, OnceLock};

use super::source::{Problem, Source};
use super::{builtins, scope, shelf, tree};

/// A module in Python.
#[derive(Debug)]
pub struct Library {
    /// As in an `import`.
    pub name: &'static str,
    /// None if it is on the shelf.
    source: Option<&'static str>,
    parsed: OnceLock<Parsed>,
}

#[derive(Debug)]
struct Parsed {
    tree: Result<tree::Module, Vec<Problem>>,
    members: HashSet<String>,
}

/// Their names and sources: what most programs of articles import. The others are on the [`shelf`].
const SOURCES: &[(&str, &str)] = &[
    ("__future__", include_str!("../lib/__future__.py")),
    ("_builtins", include_str!("../lib/_builtins.py")),
    ("_context", include_str!("../lib/_context.py")),
    ("_forgotten", include_str!("../lib/_forgotten.py")),
    ("_generic", include_str!("../lib/_generic.py")),
    ("_input", include_str!("../lib/_input.py")),
    ("_named", include_str!("../lib/_named.py")),
    ("_thread", include_str!("../lib/_thread.py")),
    ("_threading_local", include_str!("../lib/_threading_local.py")),
    ("abc", include_str!("../lib/abc.py")),
    ("asyncio", include_str!("../lib/asyncio/__init__.py")),
    ("asyncio.events", include_str!("../lib/asyncio/events.py")),
    ("asyncio.exceptions", include_str!("../lib/asyncio/exceptions.py")),
    ("asyncio.futures", include_str!("../lib/asyncio/futures.py")),
    ("asyncio.locks", include_str!("../lib/asyncio/locks.py")),
    ("asyncio.queues", include_str!("../lib/asyncio/queues.py")),
    ("asyncio.runners", include_str!("../lib/asyncio/runners.py")),
    ("asyncio.taskgroups", include_str!("../lib/asyncio/taskgroups.py")),
    ("asyncio.tasks", include_str!("../lib/asyncio/tasks.py")),
    ("asyncio.timeouts", include_str!("../lib/asyncio/timeouts.py")),
    ("atexit", include_str!("../lib/atexit.py")),
    ("bisect", include_str!("../lib/bisect.py")),
    ("collections", include_str!("../lib/collections/__init__.py")),
    ("collections._deque", include_str!("../lib/collections/_deque.py")),
    ("collections._dicts", include_str!("../lib/collections/_dicts.py")),
    ("collections._named", include_str!("../lib/collections/_named.py")),
    ("concurrent.futures", include_str!("../lib/concurrent/futures.py")),
    ("concurrent.futures.process", include_str!("../lib/concurrent/process.py")),
    ("contextlib", include_str!("../lib/contextlib/__init__.py")),
    ("contextlib._asynchronous", include_str!("../lib/contextlib/_asynchronous.py")),
    ("contextvars", include_str!("../lib/contextvars.py")),
    ("copy", include_str!("../lib/copy.py")),
    ("copyreg", include_str!("../lib/copyreg.py")),
    ("enum", include_str!("../lib/enum/__init__.py")),
    ("enum._namespace", include_str!("../lib/enum/_namespace.py")),
    ("errno", include_str!("../lib/errno.py")),
    ("functools", include_str!("../lib/functools.py")),
    ("hashlib", include_str!("../lib/hashlib.py")),
    ("heapq", include_str!("../lib/heapq.py")),
    ("io", include_str!("../lib/io.py")),
    ("itertools", include_str!("../lib/itertools.py")),
    ("json", include_str!("../lib/json/__init__.py")),
    ("logging", include_str!("../lib/logging/__init__.py")),
    ("logging._records", include_str!("../lib/logging/_records.py")),
    ("math", include_str!("../lib/math/__init__.py")),
    ("multiprocessing", include_str!("../lib/multiprocessing/__init__.py")),
    ("multiprocessing.connection", include_str!("../lib/multiprocessing/connection.py")),
    ("multiprocessing.context", include_str!("../lib/multiprocessing/context.py")),
    ("multiprocessing.managers", include_str!("../lib/multiprocessing/managers.py")),
    ("multiprocessing.pool", include_str!("../lib/multiprocessing/pool.py")),
    ("multiprocessing.process", include_str!("../lib/multiprocessing/process.py")),
    ("multiprocessing.queues", include_str!("../lib/multiprocessing/queues.py")),
    ("multiprocessing.sharedctypes", include_str!("../lib/multiprocessing/sharedctypes.py")),
    ("multiprocessing.starting", include_str!("../lib/multiprocessing/starting.py")),
    ("multiprocessing.synchronize", include_str!("../lib/multiprocessing/synchronize.py")),
    ("operator", include_str!("../lib/operator.py")),
    ("os", include_str!("../lib/os/__init__.py")),
    ("os.path", include_str!("../lib/os/path.py")),
    ("pickle", include_str!("../lib/pickle.py")),
    ("platform", include_str!("../lib/platform.py")),
    ("queue", include_str!("../lib/queue.py")),
    ("signal", include_str!("../lib/signal.py")),
    ("string", include_str!("../lib/string/__init__.py")),
    ("sys", include_str!("../lib/sys.py")),
    ("sysconfig", include_str!("../lib/sysconfig.py")),
    ("threading", include_str!("../lib/threading/__init__.py")),
    ("time", include_str!("../lib/time.py")),
    ("traceback", include_str!("../lib/traceback/__init__.py")),
    ("types", include_str!("../lib/types.py")),
    ("typing", include_str!("../lib/typing.py")),
    ("warnings", include_str!("../lib/warnings.py")),
];

/// Members of packages that are in a module of their own, so that only who uses them gets it; the
/// package, that module, and the members.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "asyncio",
        "asyncio.policies",
        "AbstractEventLoopPolicy DefaultEventLoopPolicy get_event_loop_policy set_event_loop_policy",
    ),
    (
        "concurrent.futures",
        "concurrent.futures.interpreter",
        "BrokenInterpreterPool InterpreterPoolExecutor",
    ),
    ("concurrent.futures", "concurrent.futures.process", "BrokenProcessPool ProcessPoolExecutor"),
    ("contextlib", "contextlib._chdir", "chdir"),
    ("io", "_files", "BufferedRandom BufferedReader BufferedWriter FileIO TextIOWrapper open"),
    ("collections", "collections._user", "UserDict UserList UserString"),
    ("logging", "logging._files", "FileHandler basicConfig"),
    ("math", "math._special", "erf erfc fma gamma lgamma sumprod"),
    ("multiprocessing", "multiprocessing._log", "get_logger log_to_stderr"),
    ("multiprocessing", "multiprocessing.connection", "Pipe"),
    ("multiprocessing", "multiprocessing.context", "get_context"),
    ("multiprocessing", "multiprocessing.managers", "Manager"),
    ("multiprocessing", "multiprocessing.pool", "Pool"),
    (
        "multiprocessing",
        "multiprocessing.process",
        "Process active_children current_process parent_process",
    ),
    ("multiprocessing", "multiprocessing.queues", "JoinableQueue Queue SimpleQueue"),
    ("multiprocessing", "multiprocessing.sharedctypes", "Array RawArray RawValue Value"),
    (
        "multiprocessing",
        "multiprocessing.starting",
        "get_all_start_methods get_start_method set_start_method",
    ),
    (
        "multiprocessing",
        "multiprocessing.synchronize",
        "Barrier BoundedSemaphore Condition Event Lock RLock Semaphore",
    ),
    (
        "os",
        "os._files",
        "DirEntry F_OK R_OK W_OK X_OK access chdir chmod getcwd listdir lstat makedirs mkdir remove \
         removedirs rename renames replace rmdir scandir stat stat_result truncate unlink utime walk",
    ),
    ("os", "os._signals", "kill"),
    ("os", "secrets", "urandom"),
    (
        "os.path",
        "os._files",
        "exists expandvars getatime getctime getmtime getsize isdir isfile islink lexists samefile",
    ),
    ("random", "secrets", "SystemRandom"),
    ("string", "string._formatter", "Formatter"),
    ("sys", "_frames", "_getframe _getframemodulename"),
    (
        "time",
        "_time",
        "CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI \
         CLOCK_THREAD_CPUTIME_ID clock_getres clock_gettime clock_gettime_ns get_clock_info strptime tzset",
    ),
    (
        "threading",
        "threading._iterators",
        "concurrent_tee serialize_iterator synchronized_iterator",
    ),
    (
        "traceback",
        "traceback._summary",
        "FrameSummary StackSummary TracebackException extract_stack extract_tb format_list format_stack print_list \
         print_stack walk_stack walk_tb",
    ),
    ("unittest", "unittest._async", "IsolatedAsyncioTestCase"),
];

/// The module that has what a program knows as this member of a package.
pub(super) fn home<'a>(module: &'a str, member: &str) -> &'a str {
    if module == builtins::OWN {
        return builtins::home(member).unwrap_or(module);
    }
    let elsewhere = ELSEWHERE.iter().find(|(package, _, members)| {
        *package == module && members.split_ascii_whitespace().any(|known| known == member)
    });
    elsewhere.map_or(module, |(_, home, _)| home)
}

static LIBRARIES: LazyLock<Vec<Library>> = LazyLock::new(|| {
    let new = |name, source| Library { name, source, parsed: OnceLock::new() };
    let here = SOURCES.iter().map(|&(name, source)| new(name, Some(source)));
    here.chain(shelf::names().map(|name| new(name, None))).collect()
});

/// Of a module that is asked for before its source is there.
static ABSENT: LazyLock<Parsed> = LazyLock::new(|| Parsed::of(""));

impl Library {
    /// The module of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        LIBRARIES.iter().find(|library| library.name == name)
    }

    /// All of them.
    pub fn all() -> &'static [Self] {
        &LIBRARIES
    }

    /// The module that programs know: a part with an underscore belongs to the package around it.
    pub fn public_name(&self) -> &'static str {
        if builtins::is_home(self.name) {
            return "builtins";
        }
        if self.name == "_generic" {
            return "types";
        }
        match self.name.rsplit_once('.') {
            Some((package, part)) if part.starts_with('_') => package,
            _ => self.name,
        }
    }

    /// Its tree.
    ///
    /// # Errors
    /// What is wrong with its source.
    pub fn tree(&self) -> Result<&tree::Module, Vec<Problem>> {
        self.parsed().tree.as_ref().map_err(Clone::clone)
    }

    /// Does it bind this name?
    pub fn has(&self, member: &str) -> bool {
        self.parsed().members.contains(member)
    }

    /// The names that it binds, and those that it has elsewhere.
    pub fn members(&self) -> impl Iterator<Item = &str> {
        let own = self.parsed().members.iter().map(String::as_str);
        let elsewhere = ELSEWHERE.iter().filter(|(package, ..)| *package == self.name);
        own.chain(elsewhere.flat_map(|(.., members)| members.split_ascii_whitespace()))
    }

    fn parsed(&self) -> &Parsed {
        let Some(source) = self.source.or_else(|| shelf::source(self.name)) else {
            return &ABSENT;
        };
        self.parsed.get_or_init(|| Parsed::of(source))
    }
}

impl Parsed {
    fn of(source: &str) -> Self {
        let tree = super::parse(&Source::of_library(source));
        let mut members = HashSet::new();
        if let Ok(tree) = &tree {
            scope::for_each_module_binding(&tree.body, &mut |name| {
                // A comprehension's variable is nobody else's.
                if !name.id.contains('.') {
                    members.insert(name.id.clone());
                }
            });
        }
        Self { tree, members }
    }
}

#[cfg(test)]
mod tests {
    use super::{Library, shelf};

    /// What the engine has must not make a page load the shelf; `io` has classes that are there.
    #[test]
    fn what_is_in_the_engine_imports_nothing_from_the_shelf() {
        for library in Library::all().iter().filter(|library| library.source.is_some()) {
            let tree = library.tree().expect("the library is right");
            let found =
                tree.imports.iter().find(|name| shelf::names().any(|known| known == **name));
            assert!(found.is_none() || library.name == "io", "{} imports {found:?}", library.name);
        }
    }
}
