"""How processes are started: by `spawn`, whatever a program asks for."""

from _sys import stderr

# The default first.
_METHODS = ["forkserver", "fork", "spawn"]
_state = {"method": None, "is_told": False}


def checked(method):
    """A way that CPython has on Linux. That of `fork` is told to be another one here."""
    if method not in _METHODS:
        raise ValueError(f"cannot find context for {method!r}")
    if method == "fork" and not _state["is_told"]:
        _state["is_told"] = True
        stderr.write("playground: nothing can be forked here, so each process imports the program anew, as by 'spawn'\n")
    return method


def set_start_method(method, force=False):
    if _state["method"] is not None and not force:
        raise RuntimeError("context has already been set")
    _state["method"] = None if method is None else checked(method)


def get_start_method(allow_none=False):
    if _state["method"] is None and not allow_none:
        _state["method"] = "forkserver"
    return _state["method"]


def named():
    """What workers of a pool are called after."""
    return {"fork": "Fork", "spawn": "Spawn", "forkserver": "ForkServer"}[get_start_method()]


def get_all_start_methods():
    return list(_METHODS)
