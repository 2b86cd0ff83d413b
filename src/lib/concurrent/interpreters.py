"""Other interpreters in the same process (PEP 734), over `_interpreters`. What goes there is copied."""

import _interpreters
import _process
import pickle
import queue
import threading


class InterpreterError(Exception):
    pass


class InterpreterNotFoundError(InterpreterError):
    pass


class NotShareableError(TypeError):
    pass


class _ExceptionType:
    def __init__(self, name):
        self.__name__ = self.__qualname__ = name
        self.__module__ = "builtins"


class _ExceptionInfo:
    """What is known here of an exception that was raised there."""

    def __init__(self, kind, msg, traceback):
        self.type = _ExceptionType(kind)
        self.msg = msg
        self.formatted = f"{kind}: {msg}" if msg else kind
        self.errdisplay = traceback


class ExecutionFailed(InterpreterError):
    def __init__(self, excinfo):
        super().__init__(excinfo.formatted)
        self.excinfo = excinfo

    def __str__(self):
        return f"{self.excinfo.formatted}\n\nUncaught in the interpreter:\n\n{self.excinfo.errdisplay}"


class QueueError(Exception):
    pass


class QueueEmpty(QueueError, queue.Empty):
    pass


class QueueFull(QueueError, queue.Full):
    pass


def _dumps(obj):
    try:
        return pickle.dumps(obj)
    except Exception as error:
        raise NotShareableError("object does not support cross-interpreter data") from error


class Interpreter:
    """One of the interpreters of this process."""

    def __init__(self, id, /):
        if id not in _interpreters.list_all():
            raise InterpreterNotFoundError(f"unrecognized interpreter ID {id}")
        self._id = id

    def __repr__(self):
        return f"Interpreter({self._id})"

    def __hash__(self):
        return hash(self._id)

    def __eq__(self, other):
        return isinstance(other, Interpreter) and self._id == other._id

    def __reduce__(self):
        return Interpreter, (self._id,)

    @property
    def id(self):
        return self._id

    @property
    def whence(self):
        return "runtime init" if self._id == 0 else "_interpreters module"

    def _check(self):
        if self._id not in _interpreters.list_all():
            raise InterpreterNotFoundError(f"unrecognized interpreter ID {self._id}")

    def is_running(self):
        self._check()
        return _interpreters.is_running(self._id)

    def close(self):
        self._check()
        if self._id == _interpreters.get_current():
            raise InterpreterError("cannot destroy the current interpreter")
        if not _interpreters.close(self._id):
            raise InterpreterError("interpreter running")

    def prepare_main(self, ns=None, /, **kwargs):
        """Binds names in its `__main__` module."""
        values = {**(ns or {}), **kwargs}
        lines = [f"{name} = _given({name!r})" for name in values]
        source = "\n".join(["from concurrent.interpreters import _given", *lines, "del _given", ""])
        self._result(_interpreters.exec(self._id, source, _dumps(values)))

    def exec(self, code, /):
        """Runs source code in its `__main__` module."""
        self._result(_interpreters.exec(self._id, code, b""))

    def call(self, callable, /, *args, **kwargs):
        """Calls a function there, and gives a copy of what it returns."""
        return self._result(_interpreters.call(self._id, _dumps((callable, args, kwargs))))

    def call_in_thread(self, callable, /, *args, **kwargs):
        thread = threading.Thread(target=self.call, args=(callable, *args), kwargs=kwargs)
        thread.start()
        return thread

    def _result(self, told):
        if told is None:
            raise InterpreterNotFoundError(f"unrecognized interpreter ID {self._id}")
        if told[0] is True:
            return None if told[1] is None else pickle.loads(told[1])
        raise ExecutionFailed(_ExceptionInfo(*told))


def _run():
    """Called by the scheduler for a thread that was sent to this interpreter."""
    function, args, kwargs = pickle.loads(_interpreters.argument())
    return _dumps(function(*args, **kwargs))


_values = {}


def _given(name):
    """What `prepare_main` binds here."""
    argument = _interpreters.argument()
    if argument:
        _values.update(pickle.loads(argument))
    return _values.pop(name)


def create():
    return Interpreter(_interpreters.create())


def list_all():
    return [Interpreter(id) for id in _interpreters.list_all()]


def get_current():
    return Interpreter(_interpreters.get_current())


def get_main():
    return Interpreter(0)


def is_shareable(obj):
    if isinstance(obj, tuple):
        return all([is_shareable(item) for item in obj])
    return obj is None or type(obj) in (bool, int, float, str, bytes, Queue)


class Queue:
    """Goes from interpreter to interpreter by its number."""

    def __init__(self, id, /, maxsize=0):
        self._id = id
        self._maxsize = maxsize

    def __reduce__(self):
        return Queue, (self._id, self._maxsize)

    def __repr__(self):
        return f"Queue({self._id})"

    def __hash__(self):
        return hash(self._id)

    def __eq__(self, other):
        return isinstance(other, Queue) and self._id == other._id

    @property
    def id(self):
        return self._id

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return self.qsize() == 0

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    def qsize(self):
        return _process.count(self._id)

    def put(self, obj, block=True, timeout=None):
        if not _process.send(self._id, _dumps(obj), True, timeout if block else 0):
            raise QueueFull

    def put_nowait(self, obj):
        self.put(obj, False)

    def get(self, block=True, timeout=None):
        message = _process.receive(self._id, timeout if block else 0)
        if message is None:
            raise QueueEmpty
        return pickle.loads(message)

    def get_nowait(self):
        return self.get(False)


def create_queue(maxsize=0):
    return Queue(_process.channel(maxsize if maxsize > 0 else None), maxsize)
