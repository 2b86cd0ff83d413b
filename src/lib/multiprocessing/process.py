"""`Process`, over `_process`. Processes are started as by `spawn`: they import the program anew."""

import _process
import _thread
from _sys import stderr as _stderr
import pickle
import threading

_children = set()
# What is called when this process is at its end, before its children are waited for.
_exits = []
# While a process object is pickled for its process: the ends of channels that go with it.
_spawning = None

_TOO_EARLY = """
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        """


def _assert_spawning(obj):
    if _spawning is None:
        raise RuntimeError(
            f"{type(obj).__name__} objects should only be shared between processes through inheritance"
        )


class BaseProcess:
    """A process of the program, before it is started and after."""

    _is_main = False

    def __init__(
        self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None
    ):
        assert group is None, "group argument must be None for now"
        parent = current_process()
        parent._started += 1
        self._identity = parent._identity + (parent._started,)
        self._started = 0
        self._parent_pid = _process.getpid()
        self._parent_name = parent.name
        self._pid = None
        self._exitcode = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        numbers = ":".join([str(number) for number in self._identity])
        self._name = name or f"{type(self).__name__}-{numbers}"
        self._daemonic = parent._daemonic if daemon is None else daemon
        self.authkey = parent.authkey

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        global _spawning
        self._check_closed()
        assert self._pid is None, "cannot start a process twice"
        assert self._parent_pid == _process.getpid(), (
            "can only start a process object created by current process"
        )
        assert not current_process()._daemonic, "daemonic processes are not allowed to have children"
        if _is_importing:
            raise RuntimeError(_TOO_EARLY)
        _cleanup()
        with _spawning_lock:
            _spawning = []
            try:
                body = pickle.dumps(self)
                ends = _spawning
            finally:
                _spawning = None
        head = pickle.dumps((self._name, self._identity, self._daemonic, self._parent_name))
        argument = len(head).to_bytes(4, "little") + head + body
        self._pid = _process.spawn(self._name, argument, ends)
        # What it was given is its own now.
        del self._target, self._args, self._kwargs
        _children.add(self)

    def terminate(self):
        self._signal(15)

    def kill(self):
        self._signal(9)

    def _signal(self, signal):
        self._check_closed()
        assert self._pid is not None, "can only signal a started process"
        _process.kill(self._pid, signal)

    def join(self, timeout=None):
        self._check_closed()
        assert self._parent_pid == _process.getpid(), "can only join a child process"
        assert self._pid is not None, "can only join a started process"
        self._poll(timeout)

    def _poll(self, timeout):
        if self._exitcode is None:
            self._exitcode = _process.wait(self._pid, timeout)
            if self._exitcode is not None:
                _children.discard(self)
        return self._exitcode

    def is_alive(self):
        self._check_closed()
        if self is current_process():
            return True
        assert self._parent_pid == _process.getpid(), "can only test a child process"
        return self._pid is not None and self._poll(0) is None

    def close(self):
        if self._pid is not None and not self._closed:
            if self._poll(0) is None:
                raise ValueError(
                    "Cannot close a process while it is still running. "
                    "You should first call join() or terminate()."
                )
        self._closed = True

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        assert self._pid is None, "process has already started"
        self._daemonic = daemonic

    @property
    def exitcode(self):
        self._check_closed()
        if self._pid is None or self is current_process():
            return None
        return self._poll(0)

    @property
    def ident(self):
        self._check_closed()
        return _process.getpid() if self is current_process() else self._pid

    @property
    def pid(self):
        return self.ident

    @property
    def sentinel(self):
        self._check_closed()
        if self._pid is None:
            raise ValueError("process not started")
        return self._pid

    def __repr__(self):
        if self is current_process():
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._pid is None:
            status = "initial"
        elif self._poll(0) is None:
            status = "started"
        else:
            status = "stopped"
        words = [type(self).__name__, f"name={self._name!r}"]
        if not self._closed and self._pid is not None and self is not current_process():
            words.append(f"pid={self.ident}")
        words.append(f"parent={self._parent_pid}")
        words.append(status)
        if status == "stopped":
            words.append(f"exitcode={_SIGNALS.get(self._exitcode, self._exitcode)}")
        if self._daemonic:
            words.append("daemon")
        return f"<{' '.join(words)}>"

    def _bootstrap(self):
        """What its process does: gives the exit status."""
        try:
            try:
                self.run()
            finally:
                _exit_function()
            return 0
        except SystemExit as error:
            if error.code is None:
                return 0
            if isinstance(error.code, int):
                return error.code
            _stderr.write(f"{error.code}\n")
            return 1
        except BaseException as error:
            _thread.print_exception(f"Process {self.name}:", error)
            return 1


_SIGNALS = {-9: "-SIGKILL", -15: "-SIGTERM"}


class Process(BaseProcess):
    pass


class _MainProcess(BaseProcess):
    """The process that is running, where no object was made for it."""

    def __init__(self, name, identity, daemonic):
        self._identity = identity
        self._name = name
        self._daemonic = daemonic
        self._started = 0
        self._parent_pid = None
        self._pid = None
        self._exitcode = None
        self._closed = False
        self.authkey = b"of one page only"


class _ParentProcess:
    """Who has started this process."""

    def __init__(self, name, pid):
        self.name = name
        self.pid = self.ident = self._pid = pid

    def is_alive(self):
        return _process.wait(self._pid, 0) is None

    def join(self, timeout=None):
        _process.wait(self._pid, timeout)

    def __repr__(self):
        return f"<ParentProcess name={self.name!r}>"


def current_process():
    return _current


def parent_process():
    return _parent


def active_children():
    _cleanup()
    return list(_children)


def _cleanup():
    """Asks all children whether they have ended."""
    for child in list(_children):
        child._poll(0)


def _exit_function():
    """The process is at its end: what is on its way arrives, and its children end."""
    while _exits:
        _exits.pop()()
    for child in active_children():
        if child._daemonic:
            child.terminate()
    for child in active_children():
        child.join()


def _run_child():
    """Called by the scheduler when a child has imported the program."""
    global _current, _is_importing
    _is_importing = False
    try:
        process = pickle.loads(_argument[4 + _head :])
    except BaseException as error:
        _thread.print_exception(f"Process {_current.name}:", error)
        raise SystemExit(1)
    process._parent_pid = _process.getppid()
    _current = process
    raise SystemExit(process._bootstrap())


_spawning_lock = threading.RLock()
_parent = None
_argument = _process.argument()
# Is this a child that imports the program, and has not begun with what it was started for?
_is_importing = _argument is not None
if _argument is None:
    _current = _MainProcess("MainProcess", (), False)
else:
    _head = int.from_bytes(_argument[:4], "little")
    _name, _identity, _daemonic, _parent_name = pickle.loads(_argument[4 : 4 + _head])
    _current = _MainProcess(_name, _identity, _daemonic)
    _parent = _ParentProcess(_parent_name, _process.getppid())
threading._at_exit(_exit_function)
