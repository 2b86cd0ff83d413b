"""How this Python was built, as far as programs about threads ask."""

from sys import _is_gil_enabled

_VARIABLES = {
    "Py_GIL_DISABLED": 0 if _is_gil_enabled() else 1,
    "Py_DEBUG": 0,
    "VERSION": "3.14",
    "ABIFLAGS": "" if _is_gil_enabled() else "t",
    "py_version": "3.14.0",
    "py_version_short": "3.14",
    "py_version_nodot": "314",
    "platlibdir": "lib",
    "prefix": "/usr",
}


def get_config_var(name):
    return _VARIABLES.get(name)


def get_config_vars(*names):
    if not names:
        return _VARIABLES
    return [_VARIABLES.get(name) for name in names]


def get_platform():
    return "linux-wasm32"


def get_python_version():
    return "3.14"
