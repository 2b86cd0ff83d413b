"""Messages as records and as texts."""

import sys
import time
from _process import getpid
from string import Template
from threading import current_thread, get_ident
from traceback import format_exception

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG", NOTSET: "NOTSET"}
_levels = {**{name: level for level, name in _names.items()}, "FATAL": FATAL, "WARN": WARN}
_started = time.time()
raiseExceptions = True
logThreads = logProcesses = True


def getLevelName(level):
    known = _names.get(level, _levels.get(level))
    return f"Level {level}" if known is None else known


def getLevelNamesMapping():
    return _levels.copy()


def addLevelName(level, levelName):
    _names[level] = levelName
    _levels[levelName] = level


def _level(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _levels:
        raise ValueError(f"Unknown level: {level!r}")
    return _levels[level]


class LogRecord:
    """One message, and when and where it was given."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None):
        now = time.time()
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        thread = current_thread()
        self.name = name
        self.msg = msg
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname
        self.module = pathname.removesuffix(".py")
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now
        self.msecs = int(now * 1000) % 1000 + 0.0
        self.relativeCreated = (now - _started) * 1000
        self.thread = get_ident()
        self.threadName = thread.name
        self.taskName = _task_name()
        self.processName = _process_name()
        self.process = getpid()

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        message = f"{self.msg!s}"
        return message % self.args if self.args else message


def _process_name():
    """Of a program that has processes."""
    processes = sys.modules.get("multiprocessing.process")
    return "MainProcess" if processes is None else processes.current_process().name


def _task_name():
    """Of a program that has tasks."""
    futures = sys.modules.get("asyncio.futures")
    task = None if futures is None else futures._current.get(get_ident())
    return None if task is None else task.get_name()


_factory = [LogRecord]


def setLogRecordFactory(factory):
    _factory[0] = factory


def getLogRecordFactory():
    return _factory[0]


def makeLogRecord(dict):
    record = _factory[0](None, NOTSET, "", 0, "", (), None)
    for name, value in dict.items():
        setattr(record, name, value)
    return record


class Formatter:
    """Makes a text of a record, in one of three styles."""

    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"
    converter = time.localtime

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in ("%", "{", "$"):
            raise ValueError("Style must be one of: %,{,$")
        self._fmt = fmt or {"%": "%(message)s", "{": "{message}", "$": "${message}"}[style]
        self._style = style
        self._defaults = defaults or {}
        self.datefmt = datefmt

    def usesTime(self):
        return "asctime" in self._fmt

    def formatTime(self, record, datefmt=None):
        moment = type(self).converter(record.created) if "converter" not in vars(self) else self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        return "".join(format_exception(ei[1])).removesuffix("\n")

    def formatStack(self, stack_info):
        return stack_info

    def formatMessage(self, record):
        values = {**self._defaults, **vars(record)}
        if self._style == "%":
            return self._fmt % values
        if self._style == "{":
            return self._fmt.format(**values)
        return Template(self._fmt).substitute(values)

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info):
            if more:
                text = text + ("" if text.endswith("\n") else "\n") + more
        return text


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_default_formatter = Formatter()
