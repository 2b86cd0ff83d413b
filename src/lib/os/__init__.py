"""An operating system without files, users or other programs."""

import _process
from _os import cpu_count
from _process import getpid, getppid

name = "posix"
curdir, pardir, sep, pathsep, linesep, devnull = ".", "..", "/", ":", "\n", "/dev/null"
altsep = None
extsep = "."
error = OSError
environ = {}


def process_cpu_count():
    return cpu_count()


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def _exit(status):
    if _process.argument() is None:
        raise SystemExit(status)
    _process.exit(status)
    _process.wait(getpid(), None)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    pass


def getcwd():
    return "/home/user"


def getlogin():
    return "user"


def uname():
    return ("Linux", "localhost", "6.0.0", "#1", "wasm32")


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


def strerror(code, /):
    return f"Unknown error {code}"
