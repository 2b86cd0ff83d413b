"""Queues between processes: channels that any of them reads and writes."""

import _process
import _thread
import pickle
from multiprocessing import process as _processes
from multiprocessing.synchronize import Condition, Semaphore
from queue import Empty, Full


class _Channel:
    """A channel of which every process that has it has both ends."""

    def __init__(self, most):
        self._handle = _process.channel(most)
        self._closed = False
        self._is_mine = True

    def __getstate__(self):
        _processes._assert_spawning(self)
        _processes._spawning.extend([(self._handle, True), (self._handle, False)])
        return self._handle

    def __setstate__(self, handle):
        self._handle = handle
        self._closed = False
        self._is_mine = False

    def close(self):
        self._closed = True


class Queue(_Channel):
    def __init__(self, maxsize=0):
        super().__init__(maxsize if maxsize > 0 else None)
        self._maxsize = maxsize
        self._waits_at_exit = True
        self._has_put = False

    def __getstate__(self):
        return super().__getstate__(), self._maxsize

    def __setstate__(self, state):
        handle, self._maxsize = state
        super().__setstate__(handle)
        self._waits_at_exit = True
        self._has_put = False

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        try:
            message = pickle.dumps(obj)
        except Exception as error:
            # In CPython a thread of the queue does this, and says so.
            _thread.print_exception("", error)
            return
        if not self._has_put:
            self._has_put = True
            if not self._is_mine:
                _processes._exits.append(self._flush)
        if not _process.send(self._handle, message, True, timeout if block else 0):
            raise Full

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        message = _process.receive(self._handle, timeout if block else 0)
        if message is None:
            raise Empty
        return pickle.loads(message)

    def put_nowait(self, obj):
        self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return _process.count(self._handle)

    def empty(self):
        return self.qsize() == 0

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    def join_thread(self):
        assert self._closed, f"Queue {self!r} not closed"
        self._flush()

    def cancel_join_thread(self):
        self._waits_at_exit = False

    def _flush(self):
        """Waits until a pipe would hold what is in it."""
        if self._has_put and self._waits_at_exit:
            _process.drain(self._handle)


class JoinableQueue(Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self._unfinished_tasks = Semaphore(0)
        self._cond = Condition()

    def __getstate__(self):
        return super().__getstate__(), self._cond, self._unfinished_tasks

    def __setstate__(self, state):
        queue, self._cond, self._unfinished_tasks = state
        super().__setstate__(queue)

    def put(self, obj, block=True, timeout=None):
        # Before: who gets it may be done with it at once.
        self._unfinished_tasks.release()
        try:
            super().put(obj, block, timeout)
        except BaseException:
            self._unfinished_tasks.acquire(False)
            raise

    def task_done(self):
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished_tasks.get_value() == 0:
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if self._unfinished_tasks.get_value() > 0:
                self._cond.wait()


class SimpleQueue(_Channel):
    def __init__(self):
        super().__init__(None)

    def put(self, obj):
        self._check()
        _process.send(self._handle, pickle.dumps(obj), False, None)

    def get(self):
        self._check()
        return pickle.loads(_process.receive(self._handle, None))

    def empty(self):
        self._check()
        return _process.count(self._handle) == 0

    def _check(self):
        if self._closed:
            raise OSError("handle is closed")
