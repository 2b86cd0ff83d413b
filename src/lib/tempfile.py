"""Files and directories that go away again."""

import os as _os
import shutil as _shutil
from _files import open as _open
from _thread import lock as _Lock
from io import BytesIO as _BytesIO
from random import Random as _Random

tempdir = None
template = "tmp"
_letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
_random, _lock = _Random(), _Lock()


def gettempdir():
    return tempdir or "/tmp"


def gettempprefix():
    return template


def _name(suffix, prefix, directory):
    directory = gettempdir() if directory is None else directory
    while True:
        with _lock:
            letters = "".join([_random.choice(_letters) for _ in range(8)])
        path = _os.path.join(directory, f"{template if prefix is None else prefix}{letters}{suffix or ''}")
        if not _os.path.exists(path):
            return path


def mktemp(suffix="", prefix=template, dir=None):
    return _name(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _name(suffix, prefix, dir)
    _os.mkdir(path)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    raise NotImplementedError("tempfile.mkstemp is not supported by the playground: use NamedTemporaryFile")


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name, self._delete = mkdtemp(suffix, prefix, dir), delete

    def cleanup(self):
        _shutil.rmtree(self.name, ignore_errors=True)

    def __enter__(self):
        return self.name

    def __exit__(self, *info):
        if self._delete:
            self.cleanup()

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"


class _Temporary:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, is_removed):
        self.file, self.name, self._is_removed = file, name, is_removed

    def __getattr__(self, name):
        return getattr(self.file, name)

    def close(self):
        self.file.close()
        if self._is_removed and _os.path.exists(self.name):
            _os.remove(self.name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()


def NamedTemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
    errors=None, delete_on_close=True,
):  # fmt: skip
    path = _name(suffix, prefix, dir)
    file = _open(path, mode, buffering, encoding, errors, newline)
    return _Temporary(file, path, delete)


TemporaryFile = NamedTemporaryFile


class SpooledTemporaryFile(_BytesIO):
    def __init__(self, max_size=0, mode="w+b", **options):
        super().__init__()
