"""Where messages of a program go: streams, or files of the directory in memory."""

import os as _os
from _files import open as _open
from logging import BASIC_FORMAT, Formatter, StreamHandler, _lock, root


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        filename = _os.fspath(filename)
        self.baseFilename = _os.path.abspath(filename)
        self.mode, self.encoding, self.errors, self.delay = mode, encoding, errors, delay
        super().__init__(None)
        self.stream = None if delay else self._open()

    def _open(self):
        return _open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        if self.stream is None:
            self.stream = self._open()
        super().emit(record)

    def close(self):
        with self.lock:
            if self.stream:
                self.flush()
                self.stream.close()
                self.stream = None


def basicConfig(*, force=False, **kwargs):
    with _lock:
        if force:
            for handler in root.handlers.copy():
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = kwargs.pop("handlers", None)
        stream, filename = kwargs.pop("stream", None), kwargs.pop("filename", None)
        if handlers is not None and (stream is not None or filename is not None):
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        filemode, encoding = kwargs.pop("filemode", "a"), kwargs.pop("encoding", None)
        errors = kwargs.pop("errors", "backslashreplace")
        if filename is not None:
            handlers = [FileHandler(filename, filemode, encoding, errors=errors)]
        style = kwargs.pop("style", "%")
        formats = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}
        if style not in formats:
            raise ValueError("Style must be one of: %,{,$")
        formatter = Formatter(kwargs.pop("format", formats[style]), kwargs.pop("datefmt", None), style)
        for handler in [StreamHandler(stream)] if handlers is None else handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        level = kwargs.pop("level", None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")
