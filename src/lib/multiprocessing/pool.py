"""Pools of processes, or of threads, that make calls."""

import _process
import _thread
import os
import pickle
import queue
import threading
import traceback
from multiprocessing import TimeoutError
from multiprocessing import process as _processes
from multiprocessing.starting import named
from time import monotonic as _time

_RUN, _CLOSE, _TERMINATE = "RUN", "CLOSE", "TERMINATE"


class RemoteTraceback(Exception):
    """The traceback that an exception had in its process."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _Raised:
    """An exception on its way to another process."""

    def __init__(self, error):
        lines = traceback.format_exception(type(error), error, error.__traceback__)
        self._error = error
        self._text = f'\n"""\n{"".join(lines)}"""'

    def __reduce__(self):
        return _raised_again, (self._error, self._text)


def _raised_again(error, text):
    error.__cause__ = RemoteTraceback(text)
    return error


class MaybeEncodingError(Exception):
    """A result that could not be pickled."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"


class _Tasks:
    """What the workers of a pool of processes are told, and tell."""

    def __init__(self, tasks, results):
        self.tasks = tasks
        self.results = results

    def __getstate__(self):
        tasks, results = self.tasks, self.results
        _processes._spawning.extend([(tasks, True), (results, False)])
        return tasks, results

    def __setstate__(self, state):
        self.tasks, self.results = state


def _serve(ways, answer, most):
    """Sends the answer to each task, until it is told to end or has answered so many."""
    done = 0
    while most is None or done < most:
        try:
            task = pickle.loads(_process.receive(ways.tasks, None))
        except EOFError:
            return
        if task is None:
            return
        _process.send(ways.results, answer(*task), True, None)
        done += 1


def _work(ways, initializer, initargs, most):
    if initializer is not None:
        initializer(*initargs)
    _serve(ways, _answer, most)


def _answer(job, place, function, args, kwargs):
    try:
        result = (True, function(*args, **kwargs))
    except Exception as error:
        result = (False, _Raised(error))
    try:
        return pickle.dumps((job, place, result))
    except Exception as error:
        wrapped = MaybeEncodingError(error, result[1])
        return pickle.dumps((job, place, (False, _Raised(wrapped))))


def _map(function, chunk):
    return [function(item) for item in chunk]


def _star_map(function, chunk):
    return [function(*args) for args in chunk]


class AsyncResult:
    """The result of a call that may not be made yet."""

    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = _thread.awaited_as(threading.Event(), "result")
        self._callback = callback
        self._error_callback = error_callback
        self._success = None
        self._value = None
        self._job = pool._enter(self)

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, place, result):
        """A part of it has come."""
        self._finish(*result)

    def _finish(self, success, value):
        self._success, self._value = success, value
        if self._callback and success:
            self._callback(value)
        if self._error_callback and not success:
            self._error_callback(value)
        self._pool._leave(self._job)
        self._event.set()


ApplyResult = AsyncResult


class MapResult(AsyncResult):
    """The results of calls that are made in chunks."""

    def __init__(self, pool, length, chunksize, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._values = [None] * length
        self._chunksize = chunksize
        self._left = -(-length // chunksize) if length else 0
        self._error = None
        if not self._left:
            self._finish(True, self._values)

    def _set(self, place, result):
        success, value = result
        if success:
            start = place * self._chunksize
            self._values[start : start + self._chunksize] = value
        elif self._error is None:
            self._error = value
        self._left -= 1
        if self._left == 0:
            if self._error is None:
                self._finish(True, self._values)
            else:
                self._finish(False, self._error)


class IMapIterator:
    """The results of calls, in their order or as they come."""

    def __init__(self, pool, is_ordered):
        self._pool = pool
        self._is_ordered = is_ordered
        self._cond = threading.Condition(threading.Lock())
        self._cond._awaited = "result"
        self._come = {}
        self._next = 0
        self._count = 0
        self._length = None
        self._job = pool._enter(self)

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            self._cond.wait_for(lambda: self._is_next_there() or self._is_over(), timeout)
            if self._is_next_there():
                success, value = self._come.pop(self._next)
                self._next += 1
            elif self._is_over():
                raise StopIteration
            else:
                raise TimeoutError
        if success:
            return value
        raise value

    def __next__(self):
        return self.next()

    def _is_next_there(self):
        return self._next in self._come

    def _is_over(self):
        return self._length is not None and self._next >= self._length

    def _set(self, place, result):
        with self._cond:
            self._come[place if self._is_ordered else self._count] = result
            self._count += 1
            self._cond.notify()
            self._end()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            self._cond.notify()
            self._end()

    def _end(self):
        if self._count == self._length:
            self._pool._leave(self._job)


class _Pool:
    """What both kinds of pools do."""

    def __init__(self, processes, initializer, initargs, maxtasksperchild):
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._initializer = initializer
        self._initargs = initargs
        self._maxtasksperchild = maxtasksperchild
        self._state = _RUN
        self._lock = threading.Lock()
        self._is_empty = threading.Condition(self._lock)
        self._jobs = {}
        self._count = 0

    def _enter(self, result):
        with self._lock:
            self._count += 1
            self._jobs[self._count] = result
            return self._count

    def _leave(self, job):
        with self._lock:
            self._jobs.pop(job, None)
            self._is_empty.notify_all()

    def _take(self, job, place, result):
        with self._lock:
            waiting = self._jobs.get(job)
        if waiting is not None:
            waiting._set(place, result)

    def _check_running(self):
        if self._state != _RUN:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = AsyncResult(self, callback, error_callback)
        self._put(result, (result._job, 0, func, args, kwds))
        return result

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(_map, func, iterable, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(_star_map, func, iterable, chunksize, callback, error_callback)

    def _map_async(self, mapper, func, iterable, chunksize, callback, error_callback):
        self._check_running()
        items = list(iterable)
        if chunksize is None:
            chunksize, rest = divmod(len(items), self._processes * 4)
            chunksize += bool(rest)
        chunksize = max(chunksize, 1)
        result = MapResult(self, len(items), chunksize, callback, error_callback)
        for place, start in enumerate(range(0, len(items), chunksize)):
            chunk = items[start : start + chunksize]
            self._put(result, (result._job, place, mapper, (func, chunk), {}))
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, chunksize, True)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, chunksize, False)

    def _imap(self, func, iterable, chunksize, is_ordered):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        results = IMapIterator(self, is_ordered)
        feeder = threading.Thread(
            target=self._feed, args=(results, func, iterable, chunksize), daemon=True
        )
        feeder.start()
        if chunksize == 1:
            return results
        return (item for chunk in results for item in chunk)

    def _feed(self, results, func, iterable, chunksize):
        """On a thread of its own: what is iterated over may take its time."""
        place = 0
        try:
            for task in self._tasks_of(func, iterable, chunksize):
                if self._state == _TERMINATE:
                    return
                self._put(results, (results._job, place) + task)
                place += 1
        except Exception as error:
            results._set(place, (False, error))
            place += 1
        results._set_length(place)

    def _tasks_of(self, func, iterable, chunksize):
        if chunksize == 1:
            for item in iterable:
                yield func, (item,), {}
            return
        chunk = []
        for item in iterable:
            chunk.append(item)
            if len(chunk) == chunksize:
                yield _map, (func, chunk), {}
                chunk = []
        if chunk:
            yield _map, (func, chunk), {}

    def _wait_until_empty(self):
        with self._lock:
            self._is_empty.wait_for(lambda: not self._jobs or self._state == _TERMINATE)

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, kind, value, traceback):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} state={self._state} pool_size={self._processes}>"

    def join(self):
        if self._state == _RUN:
            raise ValueError("Pool is still running")
        self._join()


class Pool(_Pool):
    """Processes that make calls."""

    def __init__(
        self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None
    ):
        super().__init__(processes, initializer, initargs, maxtasksperchild)
        self._ways = _Tasks(_process.channel(None), _process.channel(None))
        # A message of this process to the thread below: something is different.
        self._news = _process.channel(None)
        self._pool = []
        for _ in range(self._processes):
            self._add_worker()
        self._handler = threading.Thread(target=self._handle, daemon=True)
        self._handler.start()
        _processes._exits.append(self.terminate)

    def _add_worker(self):
        args = (self._ways, self._initializer, self._initargs, self._maxtasksperchild)
        worker = _processes.Process(target=_work, args=args, daemon=True)
        worker._name = worker._name.replace("Process", f"{named()}PoolWorker")
        worker.start()
        self._pool.append(worker)

    def _put(self, result, task):
        try:
            message = pickle.dumps(task)
        except Exception as error:
            result._set(task[1], (False, error))
            return
        _process.send(self._ways.tasks, message, True, None)

    def _handle(self):
        """On a thread of its own: takes the results, and replaces workers that have ended."""
        while self._state != _TERMINATE:
            pids = [worker.pid for worker in self._pool]
            _process.ready([self._ways.results, self._news], pids, None)
            while (message := _process.receive(self._ways.results, 0)) is not None:
                self._take(*pickle.loads(message))
            while _process.receive(self._news, 0) is not None:
                pass
            ended = [worker for worker in self._pool if worker.exitcode is not None]
            for worker in ended:
                self._pool.remove(worker)
            if self._state == _RUN or self._jobs:
                for _ in ended:
                    self._add_worker()
            elif not self._pool:
                return

    def close(self):
        if self._state == _RUN:
            self._state = _CLOSE
            closer = threading.Thread(target=self._close, daemon=True)
            closer.start()

    def _close(self):
        """On a thread of its own: when all calls are made, the workers end."""
        self._wait_until_empty()
        for _ in range(self._processes):
            _process.send(self._ways.tasks, pickle.dumps(None), True, None)

    def terminate(self):
        if self._state == _TERMINATE:
            return
        self._state = _TERMINATE
        _process.send(self._news, b"", True, None)
        self._handler.join()
        for worker in self._pool:
            worker.terminate()
        for worker in self._pool:
            worker.join()
        if self.terminate in _processes._exits:
            _processes._exits.remove(self.terminate)

    def _join(self):
        self._handler.join()
        for worker in list(self._pool):
            worker.join()


class ThreadPool(_Pool):
    """Threads that make calls."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs, None)
        self._tasks = queue.SimpleQueue()
        self._taking = threading.RLock()
        self._pool = []
        for _ in range(self._processes):
            worker = threading.Thread(target=self.worker, daemon=True)
            worker.start()
            self._pool.append(worker)

    def worker(self):
        if self._initializer is not None:
            self._initializer(*self._initargs)
        while (task := self._tasks.get()) is not None:
            job, place, function, args, kwargs = task
            try:
                result = (True, function(*args, **kwargs))
            except Exception as error:
                result = (False, error)
            self._take(job, place, result)

    def _put(self, result, task):
        self._tasks.put(task)

    def _take(self, job, place, result):
        # Each worker brings its results itself, and those of one call are counted.
        with self._taking:
            super()._take(job, place, result)

    def close(self):
        if self._state == _RUN:
            self._state = _CLOSE
            self._end()

    def _end(self):
        # Behind all calls.
        for _ in self._pool:
            self._tasks.put(None)

    def terminate(self):
        if self._state == _RUN:
            self._end()
        self._state = _TERMINATE

    def _join(self):
        for worker in self._pool:
            worker.join()
