"""Threads and what they wait for each other by, over `_thread`."""

import _context
import _sys
import _thread
from _thread import Event as _Event, RLock, get_ident
from _thread import lock as Lock
from _threading_local import local
from sys import _is_gil_enabled
from time import monotonic as _time

ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0

get_native_id = get_ident


# What was told already of something deprecated, by lines of the program.
_told = set()


def _deprecated(old, new):
    _warn_of(old, f"{old}() is deprecated, {new} instead")


def _warn_of(old, message):
    warnings = _sys.linked().get("warnings")
    if warnings is not None:
        warnings.warn(message, DeprecationWarning)
        return
    # Without that module nobody has set a filter.
    line, _ = _sys.caller()
    if (line, old) not in _told:
        _told.add((line, old))
        _sys.stderr.write(f"program.py:{line}: DeprecationWarning: {message}\n")


class Event(_Event):
    """Threads wait here until another one sets it."""

    def isSet(self):
        _deprecated("isSet", "use is_set()")
        return self.is_set()


class Condition:
    """Threads wait here until another one notifies them."""

    # What those wait for, in the timeline.
    _awaited = "event"

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind, value, traceback):
        return self._lock.__exit__(kind, value, traceback)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def locked(self):
        return self._lock.locked()

    def _is_owned(self):
        if isinstance(self._lock, RLock):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def _release_save(self):
        if isinstance(self._lock, RLock):
            return self._lock._release_save()
        self._lock.release()

    def _acquire_restore(self, state):
        if isinstance(self._lock, RLock):
            self._lock._acquire_restore(state)
        else:
            self._lock.acquire()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _thread.awaited_as(Lock(), self._awaited)
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        is_notified = False
        try:
            if timeout is None:
                waiter.acquire()
                is_notified = True
            elif timeout > 0:
                is_notified = waiter.acquire(True, timeout)
            else:
                is_notified = waiter.acquire(False)
            return is_notified
        finally:
            self._acquire_restore(state)
            if not is_notified:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            if timeout is not None:
                if end is None:
                    end = _time() + timeout
                else:
                    timeout = end - _time()
                    if timeout <= 0:
                        break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while n > 0 and self._waiters:
            self._waiters.pop(0).release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated("notifyAll", "use notify_all()")
        self.notify_all()


class Semaphore:
    """So many threads may be inside at once."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._cond._awaited = "lock"
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if not blocking:
            timeout = 0
        with self._cond:
            if self._value == 0 and not self._cond.wait_for(lambda: self._value > 0, timeout):
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    def __exit__(self, kind, value, traceback):
        self.release()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """One that is never released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """So many threads wait here for each other."""

    # What a barrier is doing.
    _FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = self._FILLING
        self._count = 0

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                self._leave()

    def _enter(self):
        while self._state in (self._RESETTING, self._DRAINING):
            self._cond.wait()
        if self._state == self._BROKEN:
            raise BrokenBarrierError

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = self._DRAINING
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != self._FILLING, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state in (self._RESETTING, self._BROKEN):
            raise BrokenBarrierError

    def _leave(self):
        if self._count == 0 and self._state in (self._RESETTING, self._DRAINING):
            self._state = self._FILLING
            self._cond.notify_all()

    def _break(self):
        self._state = self._BROKEN
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count == 0:
                self._state = self._FILLING
            elif self._state in (self._FILLING, self._BROKEN):
                self._state = self._RESETTING
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == self._FILLING else 0

    @property
    def broken(self):
        return self._state == self._BROKEN


class ExceptHookArgs:
    def __init__(self, exc_type, exc_value, exc_traceback, thread):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.thread = thread


def excepthook(args):
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    _thread.print_exception(f"Exception in thread {name}:", args.exc_value)


__excepthook__ = excepthook

_active = {}
_counts = {}
_lock = Lock()


def _new_name(kind, start=1):
    with _lock:
        count = _counts.get(kind, start)
        _counts[kind] = count + 1
    return f"{kind}-{count}"


# What is called when the main thread has ended.
_exits = []


def _at_exit(function):
    _exits.append(function)


def _shutdown():
    """Called by the scheduler, which waits for the threads themselves."""
    while _exits:
        _exits.pop()()


def _join_threads():
    """Called before the program's globals go, where somebody is told of that."""
    for thread in enumerate():
        if not thread.daemon and thread is not current_thread():
            thread.join()


def _thread_print(line, error):
    _thread.print_exception(line, error)


class Thread:
    """A thread of the program."""

    _is_initialized = False

    def __init__(
        self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None
    ):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _new_name("Thread")
            try:
                name = f"{name} ({target.__name__})" if target is not None else name
            except AttributeError:
                pass
        self._context = context
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = daemon if daemon is not None else current_thread().daemon
        self._ident = None
        self._started = _thread.awaited_as(_Event(), "start")
        self._ended = _thread.awaited_as(_Event(), "thread")
        self._is_initialized = True

    def __repr__(self):
        status = "initial"
        if self._started.is_set():
            status = "started" if not self._ended.is_set() else "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{self.__class__.__name__}({self._name}, {status})>"

    def start(self):
        if not self._is_initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        if self._context is None and not _is_gil_enabled():
            # As `sys.flags.thread_inherit_context` says there.
            self._context = _context.copied()
        _thread.start_joinable_thread(self._bootstrap, self._daemonic, self._ended)
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # What they lead to need not live as long as the thread object.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        _thread.set_name(self._name)
        _active[self._ident] = self
        self._started.set()
        try:
            if self._context is None:
                self.run()
            else:
                self._context.run(self.run)
        except BaseException as error:
            excepthook(ExceptHookArgs(error.__class__, error, error.__traceback__, self))
        finally:
            del _active[self._ident]

    def join(self, timeout=None):
        if not self._is_initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        self._ended.wait(None if timeout is None else max(timeout, 0))

    def is_alive(self):
        return self._started.is_set() and not self._ended.is_set()

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)
        if self._ident == get_ident():
            _thread.set_name(self._name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._is_initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated("isDaemon", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon", "set the daemon attribute")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName", "get the name attribute")
        return self.name

    def setName(self, name):
        _deprecated("setName", "set the name attribute")
        self.name = name


class Timer(Thread):
    """Calls a function after a while, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _RunningThread(Thread):
    """One that nobody has started by a `Thread` of his own."""

    def __init__(self, name, daemon):
        Thread.__init__(self, name=name, daemon=daemon)
        self._ident = get_ident()
        self._started.set()
        _active[self._ident] = self


class _MainThread(_RunningThread):
    def __init__(self):
        _RunningThread.__init__(self, "MainThread", False)


class _DummyThread(_RunningThread):
    def __init__(self):
        _RunningThread.__init__(self, _new_name("Dummy"), True)


_main_thread = _MainThread()


def current_thread():
    thread = _active.get(get_ident())
    return thread if thread is not None else _DummyThread()


def main_thread():
    return _main_thread


def enumerate():
    return list(_active.values())


def active_count():
    return len(_active)


def currentThread():
    _deprecated("currentThread", "use current_thread()")
    return current_thread()


def activeCount():
    _deprecated("activeCount", "use active_count()")
    return active_count()


def stack_size(size=0, /):
    """Frames are not on a stack of the system: there is nothing to be set."""
    if size != 0 and size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    return 0
