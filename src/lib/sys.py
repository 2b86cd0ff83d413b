"""What a program can ask of its interpreter."""

from _sys import stderr, stdout
from sys import _is_gil_enabled, exception

__stdout__, __stderr__ = stdout, stderr
argv = orig_argv = ["program.py"]
byteorder = "little"
copyright = ""
path = [""]
platform = "linux"
prefix = base_prefix = exec_prefix = "/usr"
hexversion = 0x030E00F0
abiflags = "" if _is_gil_enabled() else "t"
executable = f"/usr/bin/python3.14{abiflags}"
api_version = 1013
dont_write_bytecode = True
float_repr_style = "short"
maxunicode = 0x10FFFF
warnoptions = []

_KIND = "" if _is_gil_enabled() else "free-threading build "
version = f"3.14.0 {_KIND}(main, Oct  7 2025, 10:15:03) [GIL playground]"


class _Named:
    """Values that have a place and a name, as the tuples have that C code makes."""

    def __init__(self, names, values):
        self._names = names
        self._values = values

    def __getitem__(self, index):
        return self._values[index]

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __contains__(self, value):
        return value in self._values

    def __repr__(self):
        values = [f"{name}={value!r}" for name, value in zip(self._names, self._values)]
        return f"{self._title}({', '.join(values)})"

    def __eq__(self, other):
        return self._values == _values(other)

    def __ne__(self, other):
        return self._values != _values(other)

    def __lt__(self, other):
        return self._values < _values(other)

    def __le__(self, other):
        return self._values <= _values(other)

    def __gt__(self, other):
        return self._values > _values(other)

    def __ge__(self, other):
        return self._values >= _values(other)


def _values(other):
    return other._values if isinstance(other, _Named) else other


class _VersionInfo(_Named):
    _title = "sys.version_info"

    def __init__(self):
        super().__init__(
            ("major", "minor", "micro", "releaselevel", "serial"), (3, 14, 0, "final", 0)
        )
        self.major, self.minor, self.micro, self.releaselevel, self.serial = self._values


version_info = _VersionInfo()


class _Implementation:
    name = "gil-playground"
    cache_tag = None
    hexversion = hexversion
    version = version_info

    def __repr__(self):
        return f"namespace(name={self.name!r}, cache_tag=None, version={self.version!r}, hexversion={self.hexversion})"


implementation = _Implementation()


class _Flags:
    """Those of `python3` without options."""

    debug = inspect = interactive = optimize = no_site = verbose = quiet = isolated = 0
    dont_write_bytecode = no_user_site = ignore_environment = bytes_warning = 0
    hash_randomization = utf8_mode = 1
    dev_mode = safe_path = False
    warn_default_encoding = 0
    int_max_str_digits = 4300
    gil = 1 if _is_gil_enabled() else 0
    thread_inherit_context = context_aware_warnings = 0 if _is_gil_enabled() else 1


flags = _Flags()


class _ThreadInfo(_Named):
    _title = "sys.thread_info"

    def __init__(self):
        super().__init__(("name", "lock", "version"), ("pthread", "semaphore", None))
        self.name, self.lock, self.version = self._values


thread_info = _ThreadInfo()


class _Stdin:
    """Nobody types anything."""

    name = "<stdin>"
    mode = "r"
    encoding = "utf-8"
    closed = False

    def read(self, size=-1):
        return ""

    def readline(self, size=-1):
        return ""

    def readlines(self, hint=-1):
        return []

    def isatty(self):
        return False

    def fileno(self):
        return 0

    def readable(self):
        return True

    def writable(self):
        return False

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


stdin = __stdin__ = _Stdin()


def exc_info():
    error = exception()
    if error is None:
        return (None, None, None)
    return (type(error), error, error.__traceback__)


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getrecursionlimit():
    return 1000


def is_finalizing():
    return False
