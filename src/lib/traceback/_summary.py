"""Tracebacks as objects: frames, stacks of them, and exceptions with theirs."""

import sys
from _frames import _getframe, line_of as _line_of
from traceback import _frames, _shown, format_exception, format_exception_only


class FrameSummary:
    """One frame: which line of which function."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **more):
        self.filename, self.lineno, self.name, self.line, self.locals = filename, lineno, name, line, locals

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return tuple(self)[index]

    def __len__(self):
        return 4

    def __hash__(self):
        return hash(tuple(self))

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented


class StackSummary(list):
    """Frames, the innermost last."""

    @classmethod
    def from_list(cls, a_list):
        stack = cls()
        for frame in a_list:
            filename, lineno, name, line = frame
            stack.append(FrameSummary(filename, lineno, name, line=line))
        return stack

    def format_frame_summary(self, frame_summary):
        return _shown([tuple(frame_summary)])[0]

    def format(self, **options):
        return [self.format_frame_summary(frame) for frame in self]


def extract_tb(tb, limit=None):
    return StackSummary.from_list(_frames(tb, limit))


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print("".join(format_list(extracted_list)), end="", file=sys.stderr if file is None else file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    f = _getframe() if f is None else f
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_stack(f=None, limit=None):
    frames = [
        (each.f_code.co_filename, lineno, each.f_code.co_name, _line_of(each.f_code, lineno))
        for each, lineno in walk_stack(f)
    ]
    frames.reverse()
    if limit is not None:
        frames = frames[-limit:] if limit >= 0 else frames[:-limit]
    return StackSummary.from_list(frames)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file)


class TracebackException:
    """An exception as it was when it was looked at."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, chain=True, **options):
        self.exc_type, self.stack = exc_type, extract_tb(exc_traceback, limit)
        self._lines = {chain: format_exception(exc_value, chain=chain) for chain in (True, False)}
        self._only = format_exception_only(exc_value)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = self._of(exc_value.__cause__)
        self.__context__ = self._of(exc_value.__context__)

    @classmethod
    def _of(cls, error):
        return None if error is None else cls.from_exception(error)

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc, exc.__traceback__, **options)

    @property
    def exc_type_str(self):
        return self.exc_type.__qualname__

    def __str__(self):
        return self._only[0].rstrip("\n").partition(": ")[2]

    def format(self, *, chain=True, **options):
        return iter(self._lines[chain])

    def format_exception_only(self, **options):
        return iter(self._only)

    def print(self, *, file=None, chain=True):
        print("".join(self.format(chain=chain)), end="", file=sys.stderr if file is None else file)
