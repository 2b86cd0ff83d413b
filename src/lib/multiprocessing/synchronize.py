"""What processes wait for each other by, over semaphores of the system."""

import _process
import threading
from multiprocessing import process as _processes
from time import monotonic as _time

_MOST = 2147483647


class SemLock:
    """A semaphore of the system, by its handle."""

    def __init__(self, value, most):
        self._handle = _process.semaphore(value, most)

    def __getstate__(self):
        _processes._assert_spawning(self)
        return self._handle

    def __setstate__(self, handle):
        self._handle = handle

    def acquire(self, block=True, timeout=None):
        return _process.acquire(self._handle, timeout if block else 0)

    def release(self):
        _process.release(self._handle, False)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()

    def _value(self):
        return _process.value(self._handle)


class Semaphore(SemLock):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        super().__init__(value, _MOST)

    def get_value(self):
        return self._value()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._value()})>"


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        SemLock.__init__(self, value, value)
        self._most = value

    def __getstate__(self):
        return super().__getstate__(), self._most

    def __setstate__(self, state):
        self._handle, self._most = state

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._value()}, maxvalue={self._most})>"


class Lock(SemLock):
    # Does this process hold it?
    _is_mine = False

    def __init__(self):
        super().__init__(1, 1)

    def acquire(self, block=True, timeout=None):
        self._is_mine = super().acquire(block, timeout)
        return self._is_mine

    def release(self):
        is_mine, self._is_mine = self._is_mine, False
        _process.release(self._handle, is_mine)

    def __repr__(self):
        owner = "SomeOtherProcess" if self._value() == 0 else None
        return f"<{type(self).__name__}(owner={owner})>"


class RLock(SemLock):
    """One that who holds it may acquire again."""

    def __init__(self):
        super().__init__(1, 1)
        self._owner = None
        self._count = 0

    def __setstate__(self, handle):
        self._handle = handle
        self._owner = None
        self._count = 0

    def _is_mine(self):
        return self._owner == threading.get_ident()

    def acquire(self, block=True, timeout=None):
        if not self._is_mine():
            if not super().acquire(block, timeout):
                return False
            self._owner = threading.get_ident()
        self._count += 1
        return True

    def release(self):
        if not self._is_mine():
            raise AssertionError("attempt to release recursive lock not owned by thread")
        self._count -= 1
        if self._count == 0:
            self._owner = None
            _process.release(self._handle, True)

    def __repr__(self):
        if self._is_mine():
            owner, count = _processes.current_process().name, self._count
        elif self._value() == 1:
            owner, count = None, 0
        else:
            owner, count = "SomeOtherProcess", "nonzero"
        return f"<{type(self).__name__}({owner}, {count})>"


class Condition:
    """Who waits sleeps at a semaphore; who notifies counts how many sleep, and how many have woken."""

    def __init__(self, lock=None):
        self._lock = lock or RLock()
        self._sleeping = Semaphore(0)
        self._woken = Semaphore(0)
        self._wait = Semaphore(0)
        self._bind()

    def __getstate__(self):
        _processes._assert_spawning(self)
        return self._lock, self._sleeping, self._woken, self._wait

    def __setstate__(self, state):
        self._lock, self._sleeping, self._woken, self._wait = state
        self._bind()

    def _bind(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind, value, traceback):
        return self._lock.__exit__(kind, value, traceback)

    def _count(self):
        """How often this thread has acquired the lock."""
        if isinstance(self._lock, RLock):
            return self._lock._count if self._lock._is_mine() else 0
        return 1 if self._lock._value() == 0 else 0

    def wait(self, timeout=None):
        count = self._count()
        assert count, "must acquire() condition before using wait()"
        self._sleeping.release()
        for _ in range(count):
            self._lock.release()
        try:
            return self._wait.acquire(True, timeout)
        finally:
            self._woken.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._count(), "lock is not owned"
        # Those whose time was over have woken by themselves.
        while self._woken.acquire(False):
            self._sleeping.acquire(False)
        sleepers = 0
        while sleepers < n and self._sleeping.acquire(False):
            self._wait.release()
            sleepers += 1
        for _ in range(sleepers):
            self._woken.acquire()
        if sleepers:
            # Nobody may be woken by what was meant for one whose time was over just now.
            while self._wait.acquire(False):
                pass

    def notify_all(self):
        self.notify(_MOST)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        end = None if timeout is None else _time() + timeout
        while not result:
            left = None if end is None else end - _time()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def __repr__(self):
        try:
            waiters = self._sleeping._value() - self._woken._value()
        except Exception:
            waiters = "unknown"
        return f"<{type(self).__name__}({self._lock}, {waiters})>"


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = Semaphore(0)

    def is_set(self):
        return self._flag._value() > 0

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if not self.is_set():
                self._cond.wait(timeout)
            return self.is_set()

    def __repr__(self):
        return f"<{type(self).__name__} at {'set' if self.is_set() else 'unset'}>"


class Barrier(threading.Barrier):
    """Its state and its count are numbers in memory that the processes share."""

    def __init__(self, parties, action=None, timeout=None):
        self._block = _process.block(8)
        super().__init__(parties, action, timeout)
        self._cond = Condition()

    def __getstate__(self):
        _processes._assert_spawning(self)
        return self._block, self._cond, self._action, self._timeout, self._parties

    def __setstate__(self, state):
        self._block, self._cond, self._action, self._timeout, self._parties = state

    @property
    def _state(self):
        return _process.load(self._block, "i", 0)

    @_state.setter
    def _state(self, state):
        _process.store(self._block, "i", 0, state)

    @property
    def _count(self):
        return _process.load(self._block, "i", 1)

    @_count.setter
    def _count(self, count):
        _process.store(self._block, "i", 1, count)
