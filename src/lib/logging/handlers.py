"""Handlers that leave the work to another thread, keep records, or begin new files."""

import os as _os
import time as _time
from copy import copy
from logging import ERROR, Handler
from logging._files import FileHandler
from threading import Thread


class QueueHandler(Handler):
    def __init__(self, queue):
        super().__init__()
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        message = self.format(record)
        record = copy(record)
        record.message = record.msg = message
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers = queue, handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def start(self):
        if self._thread is not None:
            raise RuntimeError("Listener already started")
        self._thread = Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def handle(self, record):
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        while (record := self.queue.get()) is not self._sentinel:
            self.handle(record)

    def stop(self):
        if self._thread:
            self.queue.put_nowait(self._sentinel)
            self._thread.join()
            self._thread = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *info):
        self.stop()


class BufferingHandler(Handler):
    def __init__(self, capacity):
        super().__init__()
        self.capacity, self.buffer = capacity, []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        with self.lock:
            self.buffer.clear()

    def close(self):
        self.flush()
        super().close()


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        with self.lock:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()


class BaseRotatingHandler(FileHandler):
    def emit(self, record):
        if self.shouldRollover(record):
            self.doRollover()
        super().emit(record)

    def _begin_anew(self, backup):
        if self.stream:
            self.stream.close()
        if backup is not None and _os.path.exists(self.baseFilename):
            _os.replace(self.baseFilename, backup)
        self.mode = "w" if backup is None else "a"
        self.stream = self._open()
        self.mode = "a"


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def shouldRollover(self, record):
        if self.maxBytes <= 0:
            return False
        size = _os.path.getsize(self.baseFilename) if _os.path.exists(self.baseFilename) else 0
        return size > 0 and size + len(self.format(record)) + 1 >= self.maxBytes

    def doRollover(self):
        for number in range(self.backupCount - 1, 0, -1):
            backup = f"{self.baseFilename}.{number}"
            if _os.path.exists(backup):
                _os.replace(backup, f"{self.baseFilename}.{number + 1}")
        self._begin_anew(f"{self.baseFilename}.1" if self.backupCount > 0 else None)


class TimedRotatingFileHandler(BaseRotatingHandler):
    _SECONDS = {"S": 1, "M": 60, "H": 3600, "D": 86400, "MIDNIGHT": 86400, "W": 604800}

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, **options):
        super().__init__(filename, "a", encoding, delay)
        self.when, self.backupCount = when.upper(), backupCount
        self.interval = self._SECONDS[self.when if self.when[0] != "W" else "W"] * interval
        self.rolloverAt = _time.time() + self.interval

    def shouldRollover(self, record):
        return _time.time() >= self.rolloverAt

    def doRollover(self):
        moment = _time.gmtime(self.rolloverAt - self.interval)
        self._begin_anew(f"{self.baseFilename}.{_time.strftime('%Y-%m-%d_%H-%M-%S', moment)}")
        self.rolloverAt += self.interval


class WatchedFileHandler(FileHandler):
    pass
