"""What a program can ask of its interpreter."""

from _named import Named as _Named
from _sys import arguments as _arguments, input as _input, linked, stderr, stdout
from sys import _is_gil_enabled, exception

__stdout__, __stderr__ = stdout, stderr
argv = ["program.py", *_arguments()]
byteorder = "little"
copyright = ""
path = [""]
platform = "linux"
prefix = base_prefix = exec_prefix = "/usr"
hexversion = 0x030E00F0
abiflags = "" if _is_gil_enabled() else "t"
executable = f"/usr/bin/python3.14{abiflags}"
orig_argv = [executable, *argv]
api_version = 1013
dont_write_bytecode = True
float_repr_style = "short"
maxunicode = 0x10FFFF
warnoptions = []

_KIND = "" if _is_gil_enabled() else "free-threading build "
version = f"3.14.0 {_KIND}(main, Oct  7 2025, 10:15:03) [GIL playground]"


class _VersionInfo(_Named):
    _title = "sys.version_info"
    _fields = ("major", "minor", "micro", "releaselevel", "serial")
    _values = major, minor, micro, releaselevel, serial = 3, 14, 0, "final", 0


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
    _fields = ("name", "lock", "version")
    _values = name, lock, version = "pthread", "semaphore", None


thread_info = _ThreadInfo()


class _FloatInfo(_Named):
    """Numbers of 64 bits, as IEEE 754 has them."""

    _title = "sys.float_info"
    _fields = (
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds",
    )  # fmt: skip
    _values = max, max_exp, max_10_exp, min, min_exp, min_10_exp, dig, mant_dig, epsilon, radix, rounds = (
        1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1,
    )  # fmt: skip


float_info = _FloatInfo()


class _IntInfo(_Named):
    _title = "sys.int_info"
    _fields = ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")
    _values = bits_per_digit, sizeof_digit, default_max_str_digits, str_digits_check_threshold = 30, 4, 4300, 640


int_info = _IntInfo()


class _HashInfo(_Named):
    _title = "sys.hash_info"
    _fields = ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")
    _values = width, modulus, inf, nan, imag, algorithm, hash_bits, seed_bits, cutoff = (
        64, (1 << 61) - 1, 314159, 0, 1000003, "siphash13", 64, 128, 0,
    )  # fmt: skip


hash_info = _HashInfo()


class _Stdin:
    """What the program was given to read, line by line: what is left stands in `_lines`, the next one last."""

    name = "<stdin>"
    mode = "r"
    encoding = "utf-8"
    errors = "strict"
    newlines = None
    closed = False

    def __init__(self):
        *lines, last = _input().split("\n")
        self._lines = [last] if last else []
        self._lines += [line + "\n" for line in reversed(lines)]

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"

    def readline(self, size=-1):
        try:
            line = self._lines.pop()
        except IndexError:
            return ""
        if size is not None and 0 <= size < len(line):
            self._lines.append(line[size:])
            line = line[:size]
        return line

    def read(self, size=-1):
        if size is None or size < 0:
            return "".join(self)
        parts = []
        while size > 0 and (part := self.readline(size)):
            parts.append(part)
            size -= len(part)
        return "".join(parts)

    def readlines(self, hint=-1):
        lines = []
        for line in self:
            lines.append(line)
            if hint is not None and hint > 0:
                hint -= len(line)
                if hint <= 0:
                    break
        return lines

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
        line = self.readline()
        if not line:
            raise StopIteration
        return line


stdin = __stdin__ = _Stdin()


modules = linked()


def exc_info():
    error = exception()
    if error is None:
        return (None, None, None)
    return (type(error), error, error.__traceback__)


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def get_int_max_str_digits():
    return 4300


def gettrace():
    return None


getprofile = gettrace


def is_finalizing():
    return False
