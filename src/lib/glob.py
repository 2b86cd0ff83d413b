"""Paths that match patterns of a shell."""

from fnmatch import fnmatchcase as _matches
from os import listdir as _listdir
from os.path import exists as _exists, isdir as _isdir, join as _join


def has_magic(s):
    return any([c in s for c in "*?["])


def _below(path, parts, is_recursive):
    if not parts:
        yield path
        return
    first, rest = parts[0], parts[1:]
    if first == "**" and is_recursive:
        yield from _below(path, rest, True) if rest else [path] if path else []
        for name in _names(path):
            if not name.startswith("."):
                if _isdir(_join(path, name)):
                    yield from _below(_join(path, name), parts, True)
                elif not rest:
                    yield _join(path, name)
    elif has_magic(first):
        for name in _names(path):
            if _matches(name, first) and (first.startswith(".") or not name.startswith(".")):
                if not rest or _isdir(_join(path, name)):
                    yield from _below(_join(path, name), rest, is_recursive)
    elif _exists(_join(path, first)):
        yield from _below(_join(path, first), rest, is_recursive)


def _names(path):
    return _listdir(path or ".") if _isdir(path or ".") else []


def iglob(pathname, *, root_dir=None, recursive=False):
    root = "/" if pathname.startswith("/") else ""
    parts = [part for part in pathname.split("/") if part]
    if root_dir is None:
        yield from _below(root, parts, recursive)
        return
    for path in _below(root_dir, parts, recursive):
        yield path[len(root_dir) :].lstrip("/")


def glob(pathname, *, root_dir=None, recursive=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive))


def escape(pathname):
    return "".join([f"[{c}]" if c in "*?[" else c for c in pathname])
