"""An operating system without users or other programs; files are in `os._files`."""

import _process
from _named import Named as _Named
from _os import cpu_count
from _process import getpid, getppid
from _sys import linked as _linked
from os.path import _fspath as fspath

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


def getloadavg():
    """Nobody has measured it: as on a machine that has nothing else to do."""
    return (0.0, 0.0, 0.0)


def _exit(status):
    if _process.argument() is None:
        exits = _linked().get("atexit")
        if exits is not None:
            exits._clear()
        raise SystemExit(status)
    _process.exit(status)
    _process.wait(getpid(), None)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    pass


def getlogin():
    return "user"


class uname_result(_Named):
    _title = "posix.uname_result"
    _fields = ("sysname", "nodename", "release", "version", "machine")
    _values = sysname, nodename, release, version, machine = "Linux", "localhost", "6.0.0", "#1", "wasm32"


def uname():
    return uname_result()


class PathLike:
    """What has a path as text."""

    def __class_getitem__(cls, item):
        return cls


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def strerror(code, /):
    known = {
        1: "Operation not permitted", 2: "No such file or directory", 4: "Interrupted system call", 5: "Input/output error",
        9: "Bad file descriptor", 11: "Resource temporarily unavailable", 12: "Cannot allocate memory", 13: "Permission denied",
        17: "File exists", 20: "Not a directory", 21: "Is a directory", 22: "Invalid argument", 28: "No space left on device",
        32: "Broken pipe", 39: "Directory not empty", 110: "Connection timed out", 111: "Connection refused",
    }  # fmt: skip
    return known.get(code, f"Unknown error {code}")


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"os.{name} is not supported by the playground: there are no other programs here")

    return refuse


system, popen, fork = _refused("system"), _refused("popen"), _refused("fork")
execv, execvp, spawnv, pipe = _refused("execv"), _refused("execvp"), _refused("spawnv"), _refused("pipe")
killpg, wait, waitpid = _refused("killpg"), _refused("wait"), _refused("waitpid")
