"""Paths as objects."""

import glob as _glob
import os as _os
from _files import open as _open
from fnmatch import fnmatchcase as _matches
from os.path import abspath as _abspath, expanduser as _expanduser, normpath as _normpath


class PurePath:
    """A path as such, whatever is there."""

    def __init__(self, *segments):
        texts = [segment._text if isinstance(segment, PurePath) else _os.fspath(segment) for segment in segments]
        joined = _os.path.join(*texts) if texts else ""
        root = "//" if joined.startswith("//") and not joined.startswith("///") else "/" if joined.startswith("/") else ""
        self.root, self.drive, self.anchor = root, "", root
        self._tail = [part for part in joined.split("/") if part and part != "."]
        self._text = root + "/".join(self._tail) or "."

    def with_segments(self, *segments):
        return type(self)(*segments)

    def _of(self, tail):
        return self.with_segments(self.root + "/".join(tail))

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def as_posix(self):
        return self._text

    def as_uri(self):
        if not self.root:
            raise ValueError("relative path can't be expressed as a file URI")
        return f"file://{self._text}"

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def __hash__(self):
        return hash(self._text)

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)) and not hasattr(type(key), "__fspath__"):
            return NotImplemented
        return self.with_segments(self, key)

    def __rtruediv__(self, key):
        if not isinstance(key, (str, PurePath)):
            return NotImplemented
        return self.with_segments(key, self)

    def __reduce__(self):
        return type(self), (self._text,)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    @property
    def parts(self):
        return tuple(([self.root] if self.root else []) + self._tail)

    @property
    def parent(self):
        return self._of(self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return tuple([self._of(self._tail[:count]) for count in range(len(self._tail) - 1, -1, -1)])

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name.rstrip(".")
        at = name.rfind(".")
        return name[at:] if at > 0 and name == self.name else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return [f".{part}" for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[: -len(suffix)] if suffix else self.name

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._of(self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def is_absolute(self):
        return bool(self.root)

    def is_relative_to(self, other, *_):
        other = self.with_segments(other)
        return other.parts == self.parts[: len(other.parts)]

    def relative_to(self, other, *_, walk_up=False):
        other = self.with_segments(other)
        if self.is_relative_to(other):
            return self.with_segments(*self.parts[len(other.parts) :])
        if not walk_up:
            raise ValueError(f"{self._text!r} is not in the subpath of {other._text!r}")
        return self.with_segments(_os.path.relpath(self._text, other._text))

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        if len(pattern.parts) > len(self.parts) or pattern.root and len(pattern.parts) != len(self.parts):
            return False
        return all([_matches(part, each) for part, each in zip(reversed(self.parts), reversed(pattern.parts))])


class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    """A path of the directory in memory."""

    def __new__(cls, *segments, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls(_expanduser("~"))

    def absolute(self):
        return self.with_segments(_os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return self.with_segments(_abspath(self._text))

    def expanduser(self):
        return self.with_segments(_expanduser(self._text))

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self._text)

    lstat = stat

    def exists(self, *, follow_symlinks=True):
        return _os.path.exists(self._text)

    def is_file(self, *, follow_symlinks=True):
        return _os.path.isfile(self._text)

    def is_dir(self, *, follow_symlinks=True):
        return _os.path.isdir(self._text)

    def is_symlink(self):
        return False

    def samefile(self, other_path):
        return _os.path.samefile(self._text, other_path)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return _open(self._text, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", -1, encoding, errors, newline) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def iterdir(self):
        return iter([self / name for name in _os.listdir(self._text)])

    def _found(self, pattern):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        start = "" if self._text == "." else self._text
        return [self.with_segments(path) for path in _glob.iglob(_os.path.join(start, pattern), recursive=True)]

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return iter(self._found(_os.fspath(pattern)))

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return iter(self._found(f"**/{_os.fspath(pattern)}"))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, folders, files in _os.walk(self._text, top_down):
            yield self.with_segments(folder), folders, files

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if parents and not self.parent.exists():
            self.parent.mkdir(mode, True, True)
        if not (exist_ok and self.is_dir()):
            _os.mkdir(self._text, mode)

    def rmdir(self):
        _os.rmdir(self._text)

    def unlink(self, missing_ok=False):
        if not missing_ok or self.exists():
            _os.unlink(self._text)

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", self._text)
            _os.utime(self._text)
        else:
            self.open("w").close()

    def rename(self, target):
        _os.rename(self._text, target)
        return self.with_segments(target)

    def replace(self, target):
        return self.rename(target)

    def chmod(self, mode, *, follow_symlinks=True):
        _os.chmod(self._text, mode)


class PosixPath(Path, PurePosixPath):
    pass
