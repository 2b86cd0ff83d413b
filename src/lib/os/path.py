"""Paths as text (`posixpath`); which of them exist is known to `os._files`."""

curdir, pardir, sep, pathsep = ".", "..", "/", ":"
altsep = None
extsep = "."

_HOME = "/home/user"


# The directory that relative paths begin at.
_current = [_HOME]


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method(path)


def _text(path):
    path = _fspath(path)
    return path if isinstance(path, str) else path.decode()


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
    path = _text(path)
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(path, /):
    return split(path)[1]


def dirname(path, /):
    return split(path)[0]


def splitext(path, /):
    path = _text(path)
    start = path.rfind("/") + 1
    while path[start : start + 1] == ".":
        start += 1
    dot = path.rfind(".", start)
    return (path, "") if dot < 0 else (path[:dot], path[dot:])


def isabs(path, /):
    return _text(path).startswith("/")


def normpath(path, /):
    path = _text(path)
    root = "/" if path.startswith("/") else ""
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
    return normpath(join(_current[0], path))


def realpath(path, /, *, strict=False):
    return abspath(path)


def expanduser(path, /):
    path = _text(path)
    if path == "~" or path.startswith("~/"):
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


def commonpath(paths, /):
    split = [[part for part in _text(path).split("/") if part and part != "."] for path in paths]
    if not split:
        raise ValueError("commonpath() arg is an empty sequence")
    roots = {_text(path)[:1] == "/" for path in paths}
    if len(roots) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    common = commonprefix(split)
    return ("/" if True in roots else "") + "/".join(common)


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    first = [part for part in abspath(curdir if start is None else start).split("/") if part]
    second = [part for part in abspath(path).split("/") if part]
    count = len(commonprefix([first, second]))
    return "/".join([pardir] * (len(first) - count) + second[count:]) or curdir


def splitdrive(path, /):
    path = _text(path)
    return path[:0], path


def normcase(path, /):
    return _fspath(path)
