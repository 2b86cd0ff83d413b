"""What a program asks of the machine below: a Python for Linux, on WebAssembly."""

from _named import Named as _Named
from sys import _is_gil_enabled


def python_version():
    return "3.14.0"


def python_version_tuple():
    return ("3", "14", "0")


def python_implementation():
    return "GIL playground"


def python_compiler():
    return "rustc"


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return ("main" if _is_gil_enabled() else "free-threading build (main", "Oct  7 2025 10:15:03")


def system():
    return "Linux"


def node():
    return "localhost"


def release():
    return "6.0.0"


def version():
    return "#1"


def machine():
    return "wasm32"


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return ("64bit", "ELF")


def platform(aliased=False, terse=False):
    return "Linux-wasm32" if terse else "Linux-6.0.0-wasm32"


class uname_result(_Named):
    _fields = ("system", "node", "release", "version", "machine", "processor")

    def __init__(self, system, node, release, version, machine):
        self.system, self.node, self.release, self.version, self.machine = system, node, release, version, machine
        self.processor = processor()
        self._values = (system, node, release, version, machine, self.processor)


def uname():
    return uname_result(system(), node(), release(), version(), machine())
