"""Paths as text (`posixpath`); no file exists."""

curdir, pardir, sep, pathsep = ".", "..", "/", ":"
altsep = None
extsep = "."

_HOME = "/home/user"


def _text(path):
    if not isinstance(path, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return path


def join(path, /, *paths):
    path = _text(path)
    for part in paths:
        part = _text(part)
        if part.startswith("/") or not path:
            path = part
        elif path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path, /):
    at = _text(path).rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(path, /):
    return split(path)[1]


def dirname(path, /):
    return split(path)[0]


def splitext(path, /):
    start = _text(path).rfind("/") + 1
    while path[start : start + 1] == ".":
        start += 1
    dot = path.rfind(".", start)
    return (path, "") if dot < 0 else (path[:dot], path[dot:])


def isabs(path, /):
    return _text(path).startswith("/")


def normpath(path, /):
    root = "/" if _text(path).startswith("/") else ""
    # POSIX: two slashes, and no more, may mean something else than one.
    if path.startswith("//") and not path.startswith("///"):
        root = "//"
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and (parts and parts[-1] != ".." or root):
            if parts:
                parts.pop()
            continue
        parts.append(part)
    return root + "/".join(parts) or "."


def abspath(path, /):
    return normpath(join(_HOME, path))


def realpath(path, /, *, strict=False):
    return abspath(path)


def expanduser(path, /):
    if _text(path) == "~" or path.startswith("~/"):
        return _HOME + path[1:]
    return path


def commonprefix(paths, /):
    if not paths:
        return ""
    first, last = min(paths), max(paths)
    for index, char in enumerate(first):
        if char != last[index]:
            return first[:index]
    return first


def exists(path, /):
    return False


def isfile(path, /):
    return False


def isdir(path, /):
    return False


def islink(path, /):
    return False
