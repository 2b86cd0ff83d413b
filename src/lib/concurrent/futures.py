"""Futures, and pools of threads that fulfil them."""

import os
import threading
from _named import Named as _Named
from queue import SimpleQueue
from time import monotonic as _time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_PENDING = "PENDING"
_RUNNING = "RUNNING"
_CANCELLED = "CANCELLED"
# Those that wait for it have heard of it.
_CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
_FINISHED = "FINISHED"

_STATES = {
    _PENDING: "pending",
    _RUNNING: "running",
    _CANCELLED: "cancelled",
    _CANCELLED_AND_NOTIFIED: "cancelled",
    _FINISHED: "finished",
}

TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class BrokenThreadPool(BrokenExecutor):
    pass


class Future:
    """The result of a call that is yet to be made, or to end."""

    def __init__(self):
        self._condition = threading.Condition()
        self._condition._awaited = "result"
        self._state = _PENDING
        self._result = None
        self._exception = None
        # Each is told when it is done.
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        state = _STATES[self._state]
        if self._state == _FINISHED:
            if self._exception:
                state += f" raised {self._exception.__class__.__name__}"
            else:
                state += f" returned {self._result.__class__.__name__}"
        return f"<{self.__class__.__name__} at {id(self):#x} state={state}>"

    def cancel(self):
        with self._condition:
            if self._state in (_RUNNING, _FINISHED):
                return False
            if self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED):
                return True
            self._state = _CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == _RUNNING

    def done(self):
        with self._condition:
            return self._is_done()

    def _is_done(self):
        return self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED, _FINISHED)

    def result(self, timeout=None):
        with self._condition:
            self._wait(timeout)
            if self._exception:
                raise self._exception
            return self._result

    def exception(self, timeout=None):
        with self._condition:
            self._wait(timeout)
            return self._exception

    def _wait(self, timeout):
        self._condition.wait_for(self._is_done, timeout)
        if self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != _FINISHED:
            raise TimeoutError()

    def add_done_callback(self, fn):
        with self._condition:
            if not self._is_done():
                self._done_callbacks.append(fn)
                return
        self._invoke(fn)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception as error:
            threading._thread_print(f"exception calling callback for {self!r}", error)

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == _CANCELLED:
                self._state = _CANCELLED_AND_NOTIFIED
                self._tell_waiters()
                return False
            if self._state == _PENDING:
                self._state = _RUNNING
                return True
        raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._is_done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = _FINISHED
            self._tell_waiters()
            self._condition.notify_all()
        self._invoke_callbacks()

    def _tell_waiters(self):
        for waiter in self._waiters:
            waiter.add(self)

    def _join(self, waiter):
        """Tells a waiter when it is done, unless it is done by now: is it?"""
        with self._condition:
            if self._state in (_CANCELLED_AND_NOTIFIED, _FINISHED):
                return True
            self._waiters.append(waiter)
            return False

    def _leave(self, waiter):
        with self._condition:
            if waiter in self._waiters:
                self._waiters.remove(waiter)


class _Waiter:
    """Who waits for several futures."""

    def __init__(self):
        self._condition = threading.Condition(threading.Lock())
        self._condition._awaited = "result"
        self._finished = []

    def add(self, future):
        with self._condition:
            self._finished.append(future)
            self._condition.notify()

    def take(self, timeout):
        """Those that have been added since; none when time is over."""
        with self._condition:
            self._condition.wait_for(lambda: self._finished, timeout)
            finished, self._finished = self._finished, []
            return finished


class DoneAndNotDoneFutures(_Named):
    """What `wait` returns."""

    _fields = ("done", "not_done")

    def __init__(self, done, not_done):
        self._values = self.done, self.not_done = done, not_done


def _left(end):
    return None if end is None else max(end - _time(), 0)


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + _time()
    waiter = _Waiter()
    fs = set(fs)
    finished = [future for future in fs if future._join(waiter)]
    pending = fs - set(finished)
    try:
        while True:
            pending -= set(finished)
            while finished:
                yield finished.pop()
            if not pending:
                return
            finished = waiter.take(_left(end))
            if not finished:
                raise TimeoutError(f"{len(pending)} (of {len(fs)}) futures unfinished")
            # The first one that has ended comes first.
            finished.reverse()
    finally:
        for future in pending:
            future._leave(waiter)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    if return_when not in (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    end = None if timeout is None else timeout + _time()
    waiter = _Waiter()
    fs = set(fs)
    done = {future for future in fs if future._join(waiter)}
    fresh = list(done)
    while done != fs and not _is_enough(fresh, return_when):
        fresh = waiter.take(_left(end))
        if not fresh:
            break
        done.update(fresh)
    for future in fs - done:
        future._leave(waiter)
    return DoneAndNotDoneFutures(done, fs - done)


def _is_enough(fresh, return_when):
    if return_when == FIRST_COMPLETED:
        return bool(fresh)
    return return_when == FIRST_EXCEPTION and any(
        not future.cancelled() and future.exception() is not None for future in fresh
    )


class Executor:
    """What makes calls for others."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        end = None if timeout is None else timeout + _time()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results(futures, end)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.shutdown(wait=True)
        return False


def _results(futures, end):
    try:
        futures.reverse()
        while futures:
            future = futures.pop()
            try:
                yield future.result(_left(end))
            finally:
                future.cancel()
    finally:
        for future in futures:
            future.cancel()


class _WorkItem:
    """A call that is to be made."""

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self, call):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = call(self.fn, self.args, self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


_pools = []
_pools_lock = threading.Lock()
_is_exiting = False


def _exit():
    """The program is at its end: all calls are made, and then the threads of the pools end."""
    global _is_exiting
    with _pools_lock:
        _is_exiting = True
        pools = list(_pools)
    for pool in pools:
        pool._end()


threading._at_exit(_exit)


class ThreadPoolExecutor(Executor):
    """Makes calls on threads of its own."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.process_cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._threads = []
        self._is_broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or threading._new_name(
            "ThreadPoolExecutor", start=0
        )
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _pools_lock:
            if self._is_broken:
                raise BrokenThreadPool(
                    "A thread initializer failed, the thread pool is not usable anymore"
                )
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_exiting:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            if not self._idle.acquire(blocking=False):
                self._add_thread()
            return future

    def _add_thread(self):
        count = len(self._threads)
        if count == self._max_workers:
            return
        if count == 0:
            _pools.append(self)
        name = f"{self._thread_name_prefix}_{count}"
        thread = threading.Thread(name=name, target=self._work, daemon=False)
        self._threads.append(thread)
        thread.start()

    def _caller(self):
        """What makes calls for one of its threads."""
        return lambda function, args, kwargs: function(*args, **kwargs)

    def _work(self):
        call = self._caller()
        if self._initializer is not None:
            try:
                call(self._initializer, self._initargs, {})
            except BaseException as error:
                threading._thread_print("Exception in initializer:", error)
                self._break()
                return
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Exception:
                self._idle.release()
                item = self._work_queue.get()
            if item is None:
                # So that the next thread ends, too.
                self._work_queue.put(None)
                return
            item.run(call)
            del item

    def _break(self):
        with self._shutdown_lock:
            self._is_broken = True
        for item in self._take_all():
            item.future.set_exception(
                BrokenThreadPool("A thread initializer failed, the thread pool is not usable anymore")
            )

    def _take_all(self):
        items = []
        while not self._work_queue.empty():
            item = self._work_queue.get()
            if item is not None:
                items.append(item)
        return items

    def _end(self):
        self._work_queue.put(None)
        for thread in self._threads:
            thread.join()

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._take_all():
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
            with _pools_lock:
                if self in _pools:
                    _pools.remove(self)
