//! The part of the library that few programs import. In the browser it is no part of the engine:
//! the page loads it when a program [wants](is_wanted_by) it, and [fills](fill) the shelf.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// Modules by name, and their files.
macro_rules! modules {
    ($($name:literal in $file:literal,)*) => {
        const NAMES: &[&str] = &[$($name),*];

        #[cfg(not(target_arch = "wasm32"))]
        fn all() -> BTreeMap<String, String> {
            let all = [$(($name, include_str!($file))),*];
            all.into_iter().map(|(name, source)| (name.to_owned(), source.to_owned())).collect()
        }
    };
}

modules! {
    "_bytearray" in "../lib/_bytearray.py",
    "_code" in "../lib/_code.py",
    "_complex" in "../lib/_complex.py",
    "_files" in "../lib/_files.py",
    "_frames" in "../lib/_frames.py",
    "_memoryview" in "../lib/_memoryview.py",
    "_time" in "../lib/_time.py",
    "_web" in "../lib/_web.py",
    "aiohttp" in "../lib/aiohttp.py",
    "argparse" in "../lib/argparse/__init__.py",
    "argparse._actions" in "../lib/argparse/_actions.py",
    "argparse._help" in "../lib/argparse/_help.py",
    "array" in "../lib/array.py",
    "asyncio.policies" in "../lib/asyncio/policies.py",
    "base64" in "../lib/base64.py",
    "binascii" in "../lib/binascii.py",
    "calendar" in "../lib/calendar.py",
    "cmath" in "../lib/cmath.py",
    "collections._user" in "../lib/collections/_user.py",
    "collections.abc" in "../lib/collections/abc.py",
    "colorsys" in "../lib/colorsys.py",
    "concurrent.futures.interpreter" in "../lib/concurrent/interpreter.py",
    "concurrent.futures.thread" in "../lib/concurrent/thread.py",
    "concurrent.interpreters" in "../lib/concurrent/interpreters.py",
    "configparser" in "../lib/configparser.py",
    "contextlib._chdir" in "../lib/contextlib/_chdir.py",
    "csv" in "../lib/csv.py",
    "ctypes" in "../lib/ctypes.py",
    "dataclasses" in "../lib/dataclasses.py",
    "datetime" in "../lib/datetime/__init__.py",
    "datetime._days" in "../lib/datetime/_days.py",
    "datetime._delta" in "../lib/datetime/_delta.py",
    "datetime._iso" in "../lib/datetime/_iso.py",
    "datetime._parse" in "../lib/datetime/_parse.py",
    "datetime._zone" in "../lib/datetime/_zone.py",
    "decimal" in "../lib/decimal.py",
    "difflib" in "../lib/difflib.py",
    "fnmatch" in "../lib/fnmatch.py",
    "doctest" in "../lib/doctest/__init__.py",
    "doctest._parser" in "../lib/doctest/_parser.py",
    "fractions" in "../lib/fractions.py",
    "gc" in "../lib/gc.py",
    "getopt" in "../lib/getopt.py",
    "getpass" in "../lib/getpass.py",
    "glob" in "../lib/glob.py",
    "graphlib" in "../lib/graphlib.py",
    "gzip" in "../lib/gzip.py",
    "hmac" in "../lib/hmac.py",
    "html" in "../lib/html/__init__.py",
    "html.entities" in "../lib/html/entities.py",
    "html.parser" in "../lib/html/parser.py",
    "http" in "../lib/http.py",
    "httpx" in "../lib/httpx.py",
    "inspect" in "../lib/inspect.py",
    "json.decoder" in "../lib/json/decoder.py",
    "json.encoder" in "../lib/json/encoder.py",
    "keyword" in "../lib/keyword.py",
    "linecache" in "../lib/linecache.py",
    "logging._files" in "../lib/logging/_files.py",
    "logging.config" in "../lib/logging/config.py",
    "logging.handlers" in "../lib/logging/handlers.py",
    "math._special" in "../lib/math/_special.py",
    "multiprocessing._log" in "../lib/multiprocessing/_log.py",
    "multiprocessing.dummy" in "../lib/multiprocessing/dummy.py",
    "multiprocessing.shared_memory" in "../lib/multiprocessing/shared_memory.py",
    "numbers" in "../lib/numbers.py",
    "os._files" in "../lib/os/_files.py",
    "os._signals" in "../lib/os/_signals.py",
    "pathlib" in "../lib/pathlib.py",
    "pprint" in "../lib/pprint.py",
    "re" in "../lib/re/__init__.py",
    "re._compiler" in "../lib/re/_compiler.py",
    "re._parser" in "../lib/re/_parser.py",
    "reprlib" in "../lib/reprlib.py",
    "requests" in "../lib/requests/__init__.py",
    "requests.adapters" in "../lib/requests/adapters.py",
    "requests.exceptions" in "../lib/requests/exceptions.py",
    "resource" in "../lib/resource.py",
    "runpy" in "../lib/runpy.py",
    "sched" in "../lib/sched.py",
    "secrets" in "../lib/secrets.py",
    "shlex" in "../lib/shlex.py",
    "shutil" in "../lib/shutil.py",
    "socket" in "../lib/socket.py",
    "stat" in "../lib/stat.py",
    "statistics" in "../lib/statistics.py",
    "string._formatter" in "../lib/string/_formatter.py",
    "struct" in "../lib/struct.py",
    "subprocess" in "../lib/subprocess.py",
    "tempfile" in "../lib/tempfile.py",
    "textwrap" in "../lib/textwrap.py",
    "threading._iterators" in "../lib/threading/_iterators.py",
    "traceback._summary" in "../lib/traceback/_summary.py",
    "timeit" in "../lib/timeit.py",
    "unittest" in "../lib/unittest/__init__.py",
    "unittest._async" in "../lib/unittest/_async.py",
    "unittest._case" in "../lib/unittest/_case.py",
    "unittest._main" in "../lib/unittest/_main.py",
    "unittest._run" in "../lib/unittest/_run.py",
    "urllib.error" in "../lib/urllib/error.py",
    "urllib.parse" in "../lib/urllib/parse.py",
    "urllib.request" in "../lib/urllib/request.py",
    "uuid" in "../lib/uuid.py",
    "weakref" in "../lib/weakref.py",
    "zlib" in "../lib/zlib.py",
}

static FILLED: OnceLock<BTreeMap<String, String>> = OnceLock::new();
/// Has somebody asked for a module while the shelf was empty?
static IS_WANTED: AtomicBool = AtomicBool::new(false);

/// The modules that belong there.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().copied()
}

/// The source of a module, if it is there.
pub(super) fn source(name: &str) -> Option<&'static str> {
    let filled = filled();
    if filled.is_none() {
        IS_WANTED.store(true, Ordering::Relaxed);
    }
    filled?.get(name).map(String::as_str)
}

/// What is there: nothing, until it is filled.
#[cfg(target_arch = "wasm32")]
fn filled() -> Option<&'static BTreeMap<String, String>> {
    FILLED.get()
}

/// What is there: natively everything.
#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::unnecessary_wraps, reason = "in the browser there may be nothing")]
fn filled() -> Option<&'static BTreeMap<String, String>> {
    Some(FILLED.get_or_init(all))
}

/// What is there, by module.
pub fn sources() -> BTreeMap<String, String> {
    filled().cloned().unwrap_or_default()
}

/// Puts sources there. What is there already stays: there is one library for a build.
pub fn fill(sources: BTreeMap<String, String>) {
    FILLED.get_or_init(|| sources);
}

/// Does a program, or what it imports, need a module that is not there yet? `compile` compiles it.
pub fn is_wanted_by(compile: impl FnOnce()) -> bool {
    if filled().is_some() {
        return false;
    }
    IS_WANTED.store(false, Ordering::Relaxed);
    compile();
    IS_WANTED.load(Ordering::Relaxed)
}
