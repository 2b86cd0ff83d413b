"""How processes are started: by `spawn`, as everywhere but on Linux."""

_is_set = False


def set_start_method(method, force=False):
    global _is_set
    if _is_set and not force:
        raise RuntimeError("context has already been set")
    if method not in (None, "spawn"):
        raise ValueError(f"cannot find context for {method!r}")
    _is_set = method is not None


def get_start_method(allow_none=False):
    return None if allow_none and not _is_set else "spawn"


def get_all_start_methods():
    return ["spawn"]
