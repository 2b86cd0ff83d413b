"""A small directory in memory: the only files that there are, of one process and for one run."""

import time as _time
from _compiler import source_of as _source_of
from os import environ as _environ
from os.path import _current, _fspath, abspath as _abspath

F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1


class Node:
    """A file, its bytes in parts; or a directory, without any."""

    def __init__(self, is_directory=False):
        self.parts = None if is_directory else []
        self.mode = 0o40755 if is_directory else 0o100644
        self.changed = _time.time()
        self.number = next_number()

    def content(self):
        if len(self.parts) != 1:
            self.parts = [b"".join(self.parts)]
        return self.parts[0]

    def size(self):
        return 4096 if self.parts is None else len(self.content())


_numbers = [0]


def next_number():
    _numbers[0] += 1
    return _numbers[0]


_nodes = {path: Node(True) for path in ("/", "/home", "/home/user", "/tmp")}


def getcwd():
    return _current[0]


def _where(path):
    path = _fspath(path)
    if isinstance(path, bytes):
        path = path.decode()
    if not path:
        return ""
    return _abspath(path)


def _parent(where):
    return where.rpartition("/")[0] or "/"


_ERRORS = {
    2: (FileNotFoundError, "No such file or directory"), 17: (FileExistsError, "File exists"),
    20: (NotADirectoryError, "Not a directory"), 21: (IsADirectoryError, "Is a directory"),
    39: (OSError, "Directory not empty"),
}  # fmt: skip


def fault(number, *paths):
    kind, text = _ERRORS[number]
    if len(paths) == 2:
        return kind(number, text, paths[0], None, paths[1])
    return kind(number, text, *paths)


def node_at(path):
    """What is there, or nothing."""
    where = _where(path)
    return _nodes.get(where) or _program_at(where)


_program = []


def _program_at(where):
    # The program's own file can be read, and is in no list of its folder.
    if where != "/home/user/program.py":
        return None
    if not _program:
        _program.append(Node())
        _program[0].parts = [_source_of("program.py").encode()]
    return _program[0]


def found(path):
    node = node_at(path)
    if node is None:
        raise fault(2, path)
    return node


def made(path, is_directory=False):
    """Something new."""
    where = _where(path)
    parent = _nodes.get(_parent(where))
    if not where or parent is None:
        raise fault(2, path)
    if parent.parts is not None:
        raise fault(20, path)
    node = _nodes[where] = Node(is_directory)
    return node


def exists(path):
    return node_at(path) is not None


lexists = exists


def isfile(path):
    node = node_at(path)
    return node is not None and node.parts is not None


def isdir(s):
    node = node_at(s)
    return node is not None and node.parts is None


def islink(path):
    return False


def getsize(filename):
    return found(filename).size()


def getmtime(filename):
    return found(filename).changed


getctime = getatime = getmtime


def samefile(f1, f2):
    return found(f1) is found(f2)


class stat_result:
    def __init__(self, node):
        self.st_mode, self.st_ino, self.st_dev, self.st_nlink, self.st_uid, self.st_gid = node.mode, node.number, 1, 1, 1000, 1000
        self.st_size = node.size()
        self.st_atime = self.st_mtime = self.st_ctime = node.changed
        self.st_mtime_ns = self.st_atime_ns = self.st_ctime_ns = int(node.changed * 1e9)

    def __repr__(self):
        shown = [f"{name}={value}" for name, value in vars(self).items() if not name.endswith("_ns")]
        return f"os.stat_result({', '.join(shown)})"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(found(path))


lstat = stat


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    return exists(path)


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    node = found(path)
    node.mode = node.mode & ~0o7777 | mode


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    found(path).changed = _time.time() if times is None else times[1]


def chdir(path):
    if found(path).parts is not None:
        raise fault(20, path)
    _current[0] = _where(path)


def _names(path):
    if found(path).parts is not None:
        raise fault(20, path)
    where = _where(path)
    return [other.rpartition("/")[2] for other in list(_nodes) if other != "/" and _parent(other) == where]


def listdir(path="."):
    return _names(path)


class DirEntry:
    def __init__(self, directory, name):
        self.name = name
        self.path = name if directory == "" else f"{directory.rstrip('/')}/{name}"

    def is_dir(self, *, follow_symlinks=True):
        return isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def inode(self):
        return found(self.path).number

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Entries:
    def __init__(self, path):
        path = _fspath(path)
        self._entries = iter([DirEntry(path, name) for name in _names(path)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter([])

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()


def scandir(path="."):
    return _Entries(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = _fspath(top)
    if not isdir(top):
        return
    entries = list(scandir(top))
    folders = [entry.name for entry in entries if entry.is_dir()]
    files = [entry.name for entry in entries if not entry.is_dir()]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(f"{top.rstrip('/')}/{name}", topdown, onerror)
    if not topdown:
        yield top, folders, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    if exists(path):
        raise fault(17, path)
    made(path, True)


def makedirs(name, mode=0o777, exist_ok=False):
    name = _fspath(name)
    head = name.rstrip("/").rpartition("/")[0]
    if head and not exists(head):
        makedirs(head, mode, True)
    if not (exist_ok and isdir(name)):
        mkdir(name, mode)


def rmdir(path, *, dir_fd=None):
    if found(path).parts is not None:
        raise fault(20, path)
    if _names(path):
        raise fault(39, path)
    del _nodes[_where(path)]


def removedirs(name):
    rmdir(name)
    head = _fspath(name).rstrip("/").rpartition("/")[0]
    while head and isdir(head) and not _names(head):
        rmdir(head)
        head = head.rpartition("/")[0]


def remove(path, *, dir_fd=None):
    if found(path).parts is None:
        raise fault(21, path)
    del _nodes[_where(path)]


unlink = remove


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    node = _nodes.get(_where(src))
    if node is None or _parent(_where(dst)) not in _nodes:
        raise fault(2, src, dst)
    other = node_at(dst)
    if other is not None and other is not node:
        if node.parts is not None and other.parts is None:
            raise fault(21, src, dst)
        if node.parts is None and (other.parts is not None or _names(dst)):
            raise fault(20 if other.parts is not None else 39, src, dst)
    start, target = _where(src), _where(dst)
    for where in [where for where in _nodes if where == start or where.startswith(f"{start}/")]:
        _nodes[target + where[len(start) :]] = _nodes.pop(where)


replace = rename


def renames(old, new):
    head = _fspath(new).rpartition("/")[0]
    if head:
        makedirs(head, exist_ok=True)
    rename(old, new)


def truncate(path, length):
    node = found(path)
    node.parts = [node.content()[:length].ljust(length, b"\0")]


def expandvars(path, /):
    parts = _fspath(path).split("$")
    found = parts[0]
    for part in parts[1:]:
        if part.startswith("{") and "}" in part:
            name, _, rest = part[1:].partition("}")
        else:
            count = 0
            while count < len(part) and (part[count].isalnum() or part[count] == "_"):
                count += 1
            name, rest = part[:count], part[count:]
        found += _environ[name] + rest if name in _environ else f"${part}"
    return found
